package org.atelier.retention;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The log files of runs, {@code run-12.log}, and those of unexpected failures, {@code errors-2026-12-01.log}. */
public final class OldLogs {

    private static final Pattern NAME = Pattern.compile("run-(\\d{1,18})\\.log");

    /** With or without a day: once there was one file for all. */
    private static final Pattern ERRORS = Pattern.compile("errors(-\\d{4}-\\d{2}-\\d{2})?\\.log");

    private final Path directory;
    private final Collection<Long> open;

    /**
     * @param directory where they are; may not be there
     * @param open runs whose record says they are at work: theirs are left alone
     */
    public OldLogs(Path directory, Collection<Long> open) {
        this.directory = directory;
        this.open = List.copyOf(open);
    }

    /** The file for unexpected failures at that time: one a day (UTC). */
    public static String ofErrors(Instant time) {
        return "errors-" + LocalDate.ofInstant(time, ZoneOffset.UTC) + ".log";
    }

    /** Those last written before that time. */
    public List<Path> before(Instant time) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(
                directory,
                1,
                (path, facts) -> facts.isRegularFile()
                        && facts.lastModifiedTime().toInstant().isBefore(time)
                        && isEnded(path.getFileName().toString()))) {
            return files.sorted().toList();
        }
    }

    /** Deletes them; returns how many. */
    public long delete(Instant time) throws IOException {
        List<Path> old = before(time);
        for (Path file : old) {
            Files.deleteIfExists(file);
        }
        return old.size();
    }

    private boolean isEnded(String name) {
        Matcher log = NAME.matcher(name);
        return log.matches()
                ? !open.contains(Long.parseLong(log.group(1)))
                : ERRORS.matcher(name).matches();
    }
}
