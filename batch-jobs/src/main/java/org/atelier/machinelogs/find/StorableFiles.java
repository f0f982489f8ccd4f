package org.atelier.machinelogs.find;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files of a directory that the ledger can keep, and what is to be said of the others: a name or a time that
 * PostgreSQL does not store must not hold up the files beside it. Pure.
 *
 * @param listing the directory with those files alone
 * @param problem of the others, with what to do, and of a listing that may be short; null when all is well
 */
record StorableFiles(CentreListing listing, @Nullable String problem) {

    /** An index holds source and path; PostgreSQL's hold no more than 2,700 bytes. */
    private static final int LONGEST_PATH = 2_000;

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int MOST = 3;
    private static final int LONGEST_SHOWN = 100;

    static StorableFiles of(CentreListing listing) {
        List<FoundFile> others =
                listing.files().stream().filter(file -> !isStorable(file)).toList();
        if (others.isEmpty()) {
            return new StorableFiles(listing, listing.shortfall());
        }
        List<FoundFile> storable =
                listing.files().stream().filter(StorableFiles::isStorable).toList();
        return new StorableFiles(
                listing.with(storable),
                listing.shortfall() == null ? described(others) : listing.shortfall() + "; " + described(others));
    }

    private static String described(List<FoundFile> files) {
        String some = files.stream().limit(MOST).map(StorableFiles::described).collect(Collectors.joining("; "));
        int more = files.size() - MOST;
        return "the ledger cannot keep " + files.size() + " of its log files, which are not taken: " + some
                + (more > 0 ? " and " + more + " more" : "") + ". Rename them, or give them a time";
    }

    private static String described(FoundFile file) {
        String path = file.path();
        String shown = path.length() <= LONGEST_SHOWN ? path : path.substring(0, LONGEST_SHOWN) + "...";
        return shown + (hasStorableName(file) ? " is of " + file.modified() : " has no name that can be stored");
    }

    private static boolean isStorable(FoundFile file) {
        return hasStorableName(file)
                && !file.modified().isBefore(EARLIEST)
                && file.modified().isBefore(LATEST);
    }

    private static boolean hasStorableName(FoundFile file) {
        return file.path().indexOf('\0') < 0 && file.path().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH;
    }
}
