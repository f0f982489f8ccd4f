package org.atelier.machinelogs.find;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.atelier.files.LedgerFile;
import org.atelier.files.Taking;
import org.atelier.machinelogs.ledger.LogVersion;
import org.atelier.run.RunOptions;
import org.jspecify.annotations.Nullable;

/** Decides for every found file whether a run takes it. Pure but for its count of files left under a limit. */
public final class TakeFiles {

    private final Duration settle;
    private final Instant now;
    private final @Nullable String asked;
    private int left;

    /**
     * @param settle how long a file must look the same to be settled
     * @param now our own clock
     * @param options the limit, and the one file that was asked for
     */
    public TakeFiles(Duration settle, Instant now, RunOptions options) {
        this.settle = settle;
        this.now = now;
        this.asked = options.file();
        Integer limit = options.limit();
        this.left = limit == null ? Integer.MAX_VALUE : limit;
    }

    /**
     * Decides for the files of one directory, in their order.
     *
     * @param known what the ledger knows of these files, by path
     * @return the files of interest: all of them, or just the one asked for
     */
    public List<TakenFile> decide(CentreListing listing, Map<String, LedgerFile<LogVersion>> known) {
        List<TakenFile> decided = new ArrayList<>();
        for (FoundFile file : listing.files()) {
            if (FileAskedFor.is(asked, file)) {
                decided.add(decide(file, known.get(file.path())));
            }
        }
        return decided;
    }

    private TakenFile decide(FoundFile found, @Nullable LedgerFile<LogVersion> known) {
        // What cannot be asked now is what it was: so attempts at it count up, until it looks different.
        FoundFile file = found.fault() != null && known != null ? found.or(known) : found;
        Taking taking = Taking.decide(file.size(), file.modified(), known, now, settle);
        if (file.fault() != null && !taking.taken() && taking != Taking.QUARANTINED) {
            taking = Taking.AGAIN;
        }
        if (asked != null && !taking.taken()) {
            taking = Taking.ASKED;
        }
        if (taking.taken() && left-- <= 0) {
            taking = Taking.OVER_LIMIT;
        }
        boolean sameLook = known != null && known.looksLike(file.size(), file.modified());
        boolean stable = known != null && sameLook && known.settled(now, settle);
        return new TakenFile(file, taking, !sameLook, stable);
    }
}
