package org.atelier.api.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** There only where accounts are Atelier's own; with an identity provider its routes are not found. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = OwnAccounts.PROPERTY, havingValue = "true")
public @interface OwnAccounts {

    /** The property that says so, set at the start. */
    String PROPERTY = "atelier.own-accounts";
}
