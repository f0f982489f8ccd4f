package org.atelier.transfer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of MLSD or MLST (RFC 3659): facts, one space, the name with all its spaces.
 *
 * @param facts values by fact name in lower case
 * @param name the name
 */
record MlsdLine(Map<String, String> facts, String name) {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    static @Nullable MlsdLine parse(String line) {
        int space = line.indexOf(' ');
        if (space < 0 || space == line.length() - 1) {
            return null;
        }
        var facts = new HashMap<String, String>();
        for (String fact : line.substring(0, space).split(";", 0)) {
            int equals = fact.indexOf('=');
            if (equals > 0) {
                facts.put(fact.substring(0, equals).toLowerCase(Locale.ROOT), fact.substring(equals + 1));
            } else if (!fact.isEmpty()) {
                return null;
            }
        }
        return new MlsdLine(facts, line.substring(space + 1));
    }

    boolean isThisOrParent() {
        return type().equals("cdir") || type().equals("pdir");
    }

    RemoteEntry.Kind kind() {
        // Links: OS.unix=slink (ProFTPD, pure-ftpd), OS.unix=symlink (others).
        if (type().startsWith("os.unix=slink") || type().startsWith("os.unix=symlink")) {
            return RemoteEntry.Kind.LINK;
        }
        return switch (type()) {
            case "file" -> RemoteEntry.Kind.FILE;
            case "dir" -> RemoteEntry.Kind.DIRECTORY;
            default -> RemoteEntry.Kind.OTHER;
        };
    }

    long size() {
        String size = facts.getOrDefault("size", "");
        return size.matches("\\d{1,18}") ? Long.parseLong(size) : -1;
    }

    @Nullable Instant modified() {
        return time(facts.getOrDefault("modify", ""));
    }

    /** A time of MDTM or MLSD: UTC by the RFC, fractions of a second dropped; null when it is none. */
    static @Nullable Instant time(String text) {
        if (!text.matches("\\d{14}(\\.\\d+)?")) {
            return null;
        }
        try {
            return LocalDateTime.parse(text.substring(0, 14), SECONDS).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private String type() {
        return facts.getOrDefault("type", "").toLowerCase(Locale.ROOT);
    }
}
