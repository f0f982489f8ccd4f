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

    /** Spring's transaction manager speaks under the name of our class that extends it. */
    private static final String INHERITED = "org.atelier.run.step.FencedTransactions";

    @Override
    public FilterReply decide(ILoggingEvent event) {
        String logger = event.getLoggerName();
        return logger.startsWith(OURS) && !logger.equals(INHERITED) ? FilterReply.NEUTRAL : FilterReply.DENY;
    }
}
