package org.atelier.launcher.engine;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import org.slf4j.Logger;

/** What {@code logback.xml} sends to the terminal, written another way for a while. */
@FunctionalInterface
interface TerminalLog {

    /** Nothing was changed. */
    TerminalLog UNCHANGED = () -> {};

    /** Writes as before again. */
    void restore();

    /** Has the appender {@code stderr} use this encoder from now on. */
    static TerminalLog encoding(LoggerContext context, Encoder<ILoggingEvent> encoder) {
        Appender<ILoggingEvent> appender =
                context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("stderr");
        if (!(appender instanceof OutputStreamAppender<ILoggingEvent> terminal)) {
            return UNCHANGED;
        }
        Encoder<ILoggingEvent> before = terminal.getEncoder();
        terminal.setEncoder(encoder);
        return () -> terminal.setEncoder(before);
    }
}
