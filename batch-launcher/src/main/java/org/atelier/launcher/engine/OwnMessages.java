package org.atelier.launcher.engine;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/**
 * Lets through to the terminal what Atelier itself says, in words for people. What libraries say, with its stack
 * traces, is in the run's log file. Named in {@code logback.xml}.
 */
public final class OwnMessages extends Filter<ILoggingEvent> {

    private static final String OURS = "org.atelier";

    @Override
    public FilterReply decide(ILoggingEvent event) {
        return event.getLoggerName().startsWith(OURS) ? FilterReply.NEUTRAL : FilterReply.DENY;
    }
}
