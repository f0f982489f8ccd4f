package org.atelier.launcher.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.atelier.retention.OldLogs;
import org.atelier.settings.ConfigurationException;
import org.atelier.settings.ShownUrl;

/**
 * Keeps the stack traces of unexpected failures in the data directory, for whoever mends them: a file a day (UTC), as
 * they are deleted with the logs of runs.
 */
final class ErrorLog {

    private ErrorLog() {}

    /** Appends the trace; returns where it is, or how to see it. */
    static String keep(CommandContext context, String trace) {
        try {
            Instant now = context.clock.instant();
            Path file = context.readSettings().dataDir().resolve("logs").resolve(OldLogs.ofErrors(now));
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    now + " " + ShownUrl.within(trace),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            return "stack trace in " + file;
        } catch (IOException | ConfigurationException e) {
            return "see the stack trace with -v";
        }
    }
}
