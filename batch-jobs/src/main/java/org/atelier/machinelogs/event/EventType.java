package org.atelier.machinelogs.event;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name in the log of the event a {@link EventDecoder} reads, matched exactly, case included. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {

    /** The name, as it stands between {@code |@} and the first colon, without white space around. */
    String value();
}
