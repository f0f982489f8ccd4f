package org.atelier.machinelogs.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.atelier.files.LedgerFile;
import org.atelier.files.PlannedFile;
import org.atelier.machinelogs.ledger.LogVersion;
import org.jspecify.annotations.Nullable;

/**
 * Decides which contents of a centre count in a run: those fetched, those loaded before, and which of them repeat
 * another. Reads landing copies where it must, writes nothing.
 */
final class JudgeCentre {

    private final Duplicates duplicates;
    private final Rescan rescan;

    JudgeCentre(Duplicates duplicates, Rescan rescan) {
        this.duplicates = duplicates;
        this.rescan = rescan;
    }

    /**
     * The outcome.
     *
     * @param files every file of the centre with the content that counts; fresh are those that the run loads
     * @param originals for each duplicate the key of the file it repeats
     * @param revisited keys of fresh files that were not fetched: what they repeat, or that they do, has changed
     * @param failed for each fetched file that cannot be judged the cause; the content loaded before counts for it
     */
    record Judged(
            List<CentreFile> files,
            Map<Long, Long> originals,
            Set<Long> revisited,
            Map<PlannedFile<LogVersion>, String> failed) {}

    /**
     * Judges.
     *
     * @param again keys of loaded files that are loaded again, unless they repeat another
     * @throws IOException when a copy is missing or damaged that no fetched file alone stands for
     */
    Judged judge(List<PlannedFile<LogVersion>> fetched, List<LedgerFile<LogVersion>> loaded, Set<Long> again)
            throws IOException {
        List<PlannedFile<LogVersion>> left = new ArrayList<>(fetched);
        Map<PlannedFile<LogVersion>, String> failed = new HashMap<>();
        while (true) {
            try {
                return judge(left, loaded, again, failed);
            } catch (UndecidedException e) {
                List<PlannedFile<LogVersion>> concerned =
                        left.stream().filter(file -> e.concerns(file.id())).toList();
                if (concerned.isEmpty()) {
                    throw e;
                }
                left.removeAll(concerned);
                concerned.forEach(file -> failed.put(file, Objects.requireNonNull(e.getMessage())));
            }
        }
    }

    private Judged judge(
            List<PlannedFile<LogVersion>> fetched,
            List<LedgerFile<LogVersion>> loaded,
            Set<Long> again,
            Map<PlannedFile<LogVersion>, String> failed)
            throws UndecidedException {
        Map<Long, LedgerFile<LogVersion>> before = new HashMap<>();
        loaded.forEach(file -> before.put(file.id(), file));
        List<CentreFile> files = effective(fetched, loaded);
        Map<Long, Long> originals = duplicates.judge(files);
        Map<Long, CentreFile> revisited = new TreeMap<>();
        for (CentreFile file : files) {
            Long original = originals.get(file.id());
            if (!file.fresh() && (original == null) != (file.originalBefore() == null)) {
                revisited.put(file.id(), revisit(file, original, Objects.requireNonNull(before.get(file.id()))));
            } else if (!file.fresh() && again.contains(file.id())) {
                revisited.put(file.id(), file.refreshed(file.version()));
            }
        }
        return new Judged(
                files.stream()
                        .map(file -> revisited.getOrDefault(file.id(), file))
                        .toList(),
                originals,
                revisited.keySet(),
                failed);
    }

    private CentreFile revisit(CentreFile file, @Nullable Long original, LedgerFile<LogVersion> before)
            throws UndecidedException {
        if (original != null) {
            return file.refreshed(file.version());
        }
        try {
            return file.refreshed(rescan.scan(before));
        } catch (IOException e) {
            throw new UndecidedException(Set.of(Objects.requireNonNull(file.originalBefore())), e);
        }
    }

    private static List<CentreFile> effective(
            List<PlannedFile<LogVersion>> fetched, List<LedgerFile<LogVersion>> loaded) {
        Map<Long, CentreFile> files = new TreeMap<>();
        for (LedgerFile<LogVersion> file : loaded) {
            files.put(file.id(), CentreFile.loaded(file));
        }
        for (PlannedFile<LogVersion> file : fetched) {
            CentreFile before = files.get(file.id());
            LogVersion version = Objects.requireNonNull(file.version());
            files.put(
                    file.id(),
                    new CentreFile(
                            file.id(), file.path(), version, true, before == null ? null : before.originalBefore()));
        }
        return new ArrayList<>(files.values());
    }
}
