package org.atelier.api;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Log lines on stderr: ours from INFO on, others' from WARN on; a line of a log is one line, whatever is told. */
public final class ServiceLog {

    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level %logger{0}: %replace(%msg){'[\\p{Cntrl}&&[^\\t]]', '?'}%n%ex";

    private ServiceLog() {}

    /** Before anything is logged. Spring Boot leaves logging alone. */
    public static void begin() {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        context.reset();
        // Tomcat logs by java.util.logging.
        LogManager.getLogManager().reset();
        SLF4JBridgeHandler.install();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern(PATTERN);
        encoder.start();
        ConsoleAppender<ILoggingEvent> stderr = new ConsoleAppender<>();
        stderr.setContext(context);
        stderr.setTarget("System.err");
        stderr.setEncoder(encoder);
        stderr.start();
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(stderr);
        context.getLogger("org.atelier").setLevel(Level.INFO);
        // What keeps the service from starting is told by us, in words.
        context.getLogger("org.springframework.boot").setLevel(Level.OFF);
        // Whoever asks for what is not there would write our log.
        context.getLogger("org.springframework.web.servlet.PageNotFound").setLevel(Level.ERROR);
    }
}
