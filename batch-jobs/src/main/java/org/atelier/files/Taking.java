package org.atelier.files;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a run takes a file it has found, and why. */
public enum Taking {
    /** Never seen before. */
    NEW(true),
    /** Its size or time changed since it was loaded. */
    CHANGED(true),
    /** Its last line had no end when it was loaded; now the file is settled, so that line counts. */
    HELD_LINE(true),
    /** The last attempt failed, or wrote only the days of a range, or somebody put it back into the queue. */
    AGAIN(true),
    /** Asked for by name. */
    ASKED(true),
    /** Nothing new about it. */
    UNCHANGED(false),
    /** Nothing new about it, but its last line has no end and the file is not settled yet. */
    GROWING(false),
    /** It is shorter than what was loaded: it is believed once it is settled. */
    SHRUNK(false),
    /** It failed too often without changing. */
    QUARANTINED(false),
    /** Left for the next run, as the limit asks. */
    OVER_LIMIT(false);

    private final boolean taken;

    Taking(boolean taken) {
        this.taken = taken;
    }

    /** Whether the run takes the file. */
    public boolean taken() {
        return taken;
    }

    /**
     * Decides. Pure: the same arguments give the same answer.
     *
     * @param size bytes at this look
     * @param modified modification time at this look
     * @param known what the ledger said before this look, null for a new file
     * @param now our own clock
     * @param settle how long a file must look the same to be settled
     */
    public static Taking decide(
            long size, Instant modified, @Nullable LedgerFile<?> known, Instant now, Duration settle) {
        if (known == null) {
            return NEW;
        }
        boolean unchangedLook = known.looksLike(size, modified);
        boolean settled = unchangedLook && known.settled(now, settle);
        if (unchangedLook && known.state() == FileState.QUARANTINED) {
            return QUARANTINED;
        }
        FileVersion loaded = known.loaded();
        if (loaded == null) {
            return known.state() == FileState.FAILED ? AGAIN : NEW;
        }
        if (size != loaded.size() || !modified.equals(loaded.modified())) {
            return size < loaded.size() && !settled ? SHRUNK : CHANGED;
        }
        if (known.state() == FileState.FAILED || known.state() == FileState.SEEN) {
            return AGAIN;
        }
        if (loaded.counts().held() == 0) {
            return UNCHANGED;
        }
        return settled ? HELD_LINE : GROWING;
    }
}
