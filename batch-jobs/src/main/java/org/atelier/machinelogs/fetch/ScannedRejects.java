package org.atelier.machinelogs.fetch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.atelier.files.LineCounts;
import org.atelier.files.Reject;
import org.atelier.machinelogs.ledger.LogVersion;
import org.atelier.machinelogs.line.LogFileReader;
import org.jspecify.annotations.Nullable;

/**
 * Rejected lines met while files were read for their facts, so that a file need not be read once more for them. A help
 * and no record: what does not fit into a few MiB is forgotten, and so is all of it when the process ends; it is read
 * again then. Thread-safe.
 */
public final class ScannedRejects {

    private static final long MOST_OF_A_FILE = 256 * 1024;
    private static final long MOST = 4 * 1024 * 1024;
    private static final int OBJECT = 100;

    private final Map<Key, OfFile> files = new HashMap<>();
    private long size;

    /** Of one file while it is read; one thread. */
    static final class OfFile {

        private final List<Reject> rejects = new ArrayList<>();
        private long size;

        /** Takes the line that the reader is at. */
        void add(LogFileReader line) {
            if (fits()) {
                Reject reject = new Reject(
                        line.lineNumber(), line.byteOffset(), line.reason().name(), line.raw());
                size += reject.text().length() + OBJECT;
                rejects.add(reject);
                if (!fits()) {
                    rejects.clear();
                }
            }
        }

        private boolean fits() {
            return size <= MOST_OF_A_FILE;
        }
    }

    /** A file as it was read: with other counts it was read in another way. */
    private record Key(long file, String sha256, LineCounts counts) {

        static Key of(long file, LogVersion version) {
            return new Key(file, version.sha256(), version.counts());
        }
    }

    /** Keeps those of a file, if there is room. */
    synchronized void keep(long file, LogVersion version, OfFile found) {
        if (found.fits() && !found.rejects.isEmpty() && size + found.size <= MOST) {
            size += found.size;
            files.put(Key.of(file, version), found);
        }
    }

    /** All rejects of a file, in the order of the lines, once; null when they are not known. */
    public synchronized @Nullable List<Reject> take(long file, LogVersion version) {
        OfFile found = files.remove(Key.of(file, version));
        if (found == null) {
            return null;
        }
        size -= found.size;
        return found.rejects;
    }
}
