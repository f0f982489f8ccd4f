package org.atelier.launcher.engine;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.atelier.launcher.run.RunRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The run's own log file, {@code logs/run-ID.log} below the data directory, in UTF-8 with times in UTC. It begins when
 * the run has its id and holds what this process logs until it is closed. As JSON, what goes to the terminal is JSON
 * meanwhile, too: in a container, that is the log. Not thread-safe.
 */
public final class RunLogFile implements AutoCloseable {

    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level [%thread] %logger{0}: "
            + "%replace(%msg){'[\\p{Cntrl}&&[^\\t]]', '?'}%n%ex";

    private final Path dataDir;
    private final @Nullable JsonLogLines json;
    private final TerminalLog terminal;
    private @Nullable FileAppender<ILoggingEvent> appender;

    RunLogFile(Path dataDir, String job, RunRequest.LogFormat format) {
        this.dataDir = dataDir;
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        json = format == RunRequest.LogFormat.JSON ? JsonLogLines.of(context, job) : null;
        terminal = json == null ? TerminalLog.UNCHANGED : TerminalLog.encoding(context, json);
    }

    /** Where the log of a run is, relative to the data directory. */
    public static String name(long runId) {
        return "logs/run-" + runId + ".log";
    }

    /**
     * Begins the file of a run.
     *
     * @return its path, relative to the data directory
     */
    String open(long runId) {
        // A run that goes on after its database was gone has a new id, and a file of its own.
        end();
        String name = name(runId);
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        FileAppender<ILoggingEvent> file = new FileAppender<>();
        file.setContext(context);
        file.setName("run-" + runId);
        file.setFile(dataDir.resolve(name).toString());
        file.setEncoder(encoder(context, runId));
        file.start();
        // Steps and their times; the terminal shows our own messages alone.
        context.getLogger("org.springframework.batch").setLevel(Level.INFO);
        context.getLogger("org.atelier").setLevel(Level.INFO);
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(file);
        appender = file;
        return name;
    }

    private Encoder<ILoggingEvent> encoder(LoggerContext context, long runId) {
        if (json != null) {
            json.run(runId);
            return json;
        }
        PatternLayoutEncoder pattern = new ShownLines();
        pattern.setContext(context);
        pattern.setCharset(StandardCharsets.UTF_8);
        pattern.setPattern(PATTERN);
        pattern.start();
        return pattern;
    }

    @Override
    public void close() {
        end();
        terminal.restore();
    }

    private void end() {
        FileAppender<ILoggingEvent> file = appender;
        if (file != null) {
            ((LoggerContext) LoggerFactory.getILoggerFactory())
                    .getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)
                    .detachAppender(file);
            file.stop();
            appender = null;
        }
    }
}
