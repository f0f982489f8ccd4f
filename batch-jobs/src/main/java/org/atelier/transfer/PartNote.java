package org.atelier.transfer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was known of a remote file when its download began, and how many bytes of the part are certainly on disk: after
 * a power cut a file can be longer than what was written to it.
 */
final class PartNote {
    private static final Pattern FORM = Pattern.compile("size=(\\d{1,18}) modified=(-?\\d{1,15}) safe=(\\d{1,18})");

    private final Path file;

    PartNote(Path file) {
        this.file = file;
    }

    /** Returns {@code safe}. */
    long write(RemoteFacts facts, long safe) throws IOException {
        String text = "size=" + facts.size() + " modified=" + facts.modified().getEpochSecond() + " safe=" + safe;
        Path next = Path.of(file + ".next");
        Files.writeString(next, text, US_ASCII);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        return safe;
    }

    /** Bytes that need not be fetched again: 0 unless the file's time is unchanged and it has not shrunk. */
    long usable(RemoteFacts now) throws IOException {
        String text;
        try {
            text = Files.readString(file, US_ASCII);
        } catch (NoSuchFileException e) {
            return 0;
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return 0;
        }
        boolean same = Instant.ofEpochSecond(Long.parseLong(form.group(2))).equals(now.modified())
                && Long.parseLong(form.group(1)) <= now.size();
        return same ? Math.min(Long.parseLong(form.group(3)), now.size()) : 0;
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
