package org.atelier.measurements.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was recorded of the ingestion of measurements.
 *
 * @param now when it was looked at
 * @param last when the last run ended that took a file, of the last 30 days; null for none
 * @param window how far back failures were looked for
 * @param failed files that were refused within the window, oldest first
 * @param deferred files that wait for a server, or were not stored, oldest first
 */
public record Ingestion(
        Instant now, @Nullable Instant last, Duration window, List<Trouble> failed, List<Trouble> deferred) {

    private static final int SHOWN = 10;
    private static final Duration LEAST = Duration.ofMinutes(60);
    private static final Duration MOST = Duration.ofDays(7);

    /** Copies the lists. */
    public Ingestion {
        failed = List.copyOf(failed);
        deferred = List.copyOf(deferred);
    }

    /**
     * A file.
     *
     * @param path below the data folder: company, campaign, device, name
     * @param cause why; null when nobody knows
     */
    public record Trouble(String path, @Nullable String cause) {

        String line() {
            return cause == null ? path : path + " : " + cause;
        }
    }

    /** A window that is looked at: an hour at least, a week at most; an hour where none was asked for. */
    public static Duration window(@Nullable Duration asked) {
        if (asked == null || asked.compareTo(LEAST) < 0) {
            return LEAST;
        }
        return asked.compareTo(MOST) > 0 ? MOST : asked;
    }

    /**
     * What is wrong, a text each; empty when all is well.
     *
     * @param mostAge how old the last run that took a file may be; zero for any age
     */
    public List<String> problems(Duration mostAge) {
        List<String> problems = new ArrayList<>();
        Instant at = last;
        if (at == null) {
            problems.add("no run took a file in the last 30 days");
        } else if (!mostAge.isZero() && at.plus(mostAge).isBefore(now)) {
            problems.add("no run took a file since " + at + ", "
                    + Duration.between(at, now).toHours() + " hours ago; " + mostAge.toHours() + " may pass");
        }
        if (!failed.isEmpty()) {
            problems.add(text(failed, "failed"));
        }
        if (!deferred.isEmpty()) {
            problems.add(text(deferred, "deferred or not stored"));
        }
        return problems;
    }

    private String text(List<Trouble> files, String what) {
        StringBuilder text = new StringBuilder()
                .append(files.size())
                .append(files.size() == 1 ? " file " : " files ")
                .append(what)
                .append(" in the last ")
                .append(words(window))
                .append(':');
        files.stream().limit(SHOWN).forEach(file -> text.append('\n').append(file.line()));
        int others = files.size() - SHOWN;
        if (others > 0) {
            text.append("\nand ").append(others).append(others == 1 ? " other" : " others");
        }
        return text.toString();
    }

    private static String words(Duration window) {
        long minutes = window.toMinutes();
        return minutes % 60 == 0 && minutes > 60 ? minutes / 60 + " hours" : minutes + " minutes";
    }
}
