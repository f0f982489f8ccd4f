package org.atelier.machinelogs.preview;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.atelier.files.LedgerFile;
import org.atelier.machinelogs.find.TakenFile;
import org.atelier.machinelogs.ledger.LogVersion;
import org.jspecify.annotations.Nullable;

/** The files of one centre that a run would take, and what the ledger knows of its files. */
final class PreviewedCentre {

    private final String code;
    private final List<TakenFile> taken = new ArrayList<>();
    private final Map<TakenFile, LedgerFile<LogVersion>> known = new HashMap<>();
    private OptionalLong id = OptionalLong.empty();
    private boolean rebuilt;

    PreviewedCentre(String code) {
        this.code = code;
    }

    /** Days of it are built from what is loaded, though it may have nothing new, or is not listed any more. */
    void loaded(long key) {
        id = OptionalLong.of(key);
        rebuilt = true;
    }

    /** Adds one directory of the centre. */
    void add(Collection<TakenFile> files, Map<String, LedgerFile<LogVersion>> ledger) {
        ledger.values().stream().findFirst().ifPresent(file -> id = OptionalLong.of(file.groupId()));
        for (TakenFile file : files) {
            if (file.taking().taken()) {
                taken.add(file);
                LedgerFile<LogVersion> before = ledger.get(file.file().path());
                if (before != null) {
                    known.put(file, before);
                }
            }
        }
    }

    String code() {
        return code;
    }

    List<TakenFile> taken() {
        return taken;
    }

    /** Key of the centre; nothing when none of its files was seen before. */
    OptionalLong id() {
        return id;
    }

    /** Whether days of it are built from what is loaded, whether a file is new or not. */
    boolean isRebuilt() {
        return rebuilt;
    }

    @Nullable LedgerFile<LogVersion> known(TakenFile file) {
        return known.get(file);
    }
}
