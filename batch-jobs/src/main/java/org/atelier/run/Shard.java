package org.atelier.run;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * One of several parts of a job's work, each of which is a run of its own. What belongs to it is decided by a hash, the
 * same on every machine.
 *
 * @param index from 1 to {@code count}
 * @param count how many there are, at least 1
 */
public record Shard(int index, int count) {

    /** Which shards there may be, in words. */
    public static final String RANGE = "with N from 1 to 9999 and I from 1 to N";

    private static final Pattern TEXT = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

    /** Refuses an index that is none. */
    public Shard {
        if (index < 1 || index > count) {
            throw new IllegalArgumentException("a shard is I/N " + RANGE + ", not " + index + "/" + count);
        }
    }

    /**
     * Reads {@code I/N}.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Shard parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a shard is I/N " + RANGE + ", such as 1/4, not '" + text + "'");
        }
        return new Shard(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    /** The shard that a scope is for; null when it is for the whole. */
    public static @Nullable Shard ofScope(String scope) {
        int mark = scope.indexOf('#');
        return mark < 0 ? null : parse(scope.substring(mark + 1));
    }

    /** The scope of the whole that a scope is part of; null when it is the whole. */
    public static @Nullable String whole(String scope) {
        int mark = scope.indexOf('#');
        return mark < 0 ? null : scope.substring(0, mark);
    }

    /** The scope of this shard of a whole. */
    public String scope(String whole) {
        return whole + "#" + this;
    }

    /** Whether what has that name is part of this shard; of all shards of a count exactly one says so. */
    public boolean owns(String name) {
        CRC32 hash = new CRC32();
        hash.update(name.getBytes(StandardCharsets.UTF_8));
        return hash.getValue() % count == index - 1;
    }

    /** Whether a production day of a machining centre is part of this shard. */
    public boolean owns(long centre, LocalDate day) {
        return owns(centre + "@" + day);
    }

    @Override
    public String toString() {
        return index + "/" + count;
    }
}
