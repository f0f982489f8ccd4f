package org.atelier.launcher.engine;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import org.slf4j.event.KeyValuePair;

/**
 * Lets through to the terminal what Atelier itself says, in words for people. What libraries say, with its stack
 * traces, and what went well with a single file are in the run's log file. Named in {@code logback.xml}.
 */
public final class OwnMessages extends Filter<ILoggingEvent> {

    private static final String OURS = "org.atelier";

    /** Spring's transaction manager speaks under the name of our class that extends it. */
    private static final String INHERITED = "org.atelier.run.step.FencedTransactions";

    @Override
    public FilterReply decide(ILoggingEvent event) {
        String logger = event.getLoggerName();
        boolean ours = logger.startsWith(OURS) && !logger.equals(INHERITED);
        return ours && !isOfOneFile(event) ? FilterReply.NEUTRAL : FilterReply.DENY;
    }

    /** There may be thousands of files, and the run's figures count them. */
    private static boolean isOfOneFile(ILoggingEvent event) {
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        return event.getLevel() == Level.INFO
                && pairs != null
                && pairs.stream().anyMatch(pair -> pair.key.equals("file"));
    }
}
