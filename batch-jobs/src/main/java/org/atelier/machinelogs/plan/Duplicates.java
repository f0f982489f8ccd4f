package org.atelier.machinelogs.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atelier.machinelogs.ledger.LogVersion;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files of a centre that repeat another one: equal to it, or its beginning. The answer depends on the
 * contents and paths alone, never on the order of arrival: the longest counts, of equal ones the first by path.
 */
public final class Duplicates {

    /**
     * Length of a full head in hexadecimal digits: 64 bytes. Files with a full head are compared only if it is equal.
     */
    private static final int FULL_HEAD = 128;

    private static final Comparator<CentreFile> LONGEST_FIRST = Comparator.comparingLong(
                    (CentreFile file) -> file.version().size())
            .reversed()
            .thenComparing(CentreFile::path)
            .thenComparingLong(CentreFile::id);

    private final BeginningTest beginning;

    /** Whether one content is the beginning of another. */
    @FunctionalInterface
    public interface BeginningTest {
        /** Both lie in the landing area; {@code shorter} is not longer than {@code longer}. */
        boolean isBeginning(CentreFile shorter, CentreFile longer) throws IOException;
    }

    /** @param beginning compares two contents */
    public Duplicates(BeginningTest beginning) {
        this.beginning = beginning;
    }

    /**
     * Judges all files of a centre.
     *
     * @return for each duplicate the key of the file it repeats
     * @throws UndecidedException when two contents cannot be compared
     */
    public Map<Long, Long> judge(List<CentreFile> files) throws UndecidedException {
        Map<Long, Long> originals = new HashMap<>();
        Map<String, List<CentreFile>> standing = new HashMap<>();
        List<CentreFile> allStanding = new ArrayList<>();
        for (CentreFile file : files.stream().sorted(LONGEST_FIRST).toList()) {
            String head = file.version().head();
            List<CentreFile> candidates =
                    head.length() < FULL_HEAD ? allStanding : standing.getOrDefault(head, List.of());
            CentreFile original = original(file, candidates);
            if (original == null) {
                allStanding.add(file);
                standing.computeIfAbsent(head, ignored -> new ArrayList<>()).add(file);
            } else {
                originals.put(file.id(), original.id());
            }
        }
        return originals;
    }

    private @Nullable CentreFile original(CentreFile file, List<CentreFile> candidates) throws UndecidedException {
        for (CentreFile candidate : candidates) {
            if (repeats(file, candidate)) {
                return candidate;
            }
        }
        return null;
    }

    private boolean repeats(CentreFile file, CentreFile candidate) throws UndecidedException {
        LogVersion shorter = file.version();
        LogVersion longer = candidate.version();
        if (shorter.sha256().equals(longer.sha256()) || shorter.size() == 0) {
            return true;
        }
        if (shorter.size() == longer.size() || !longer.head().startsWith(shorter.head())) {
            return false;
        }
        Long before = file.originalBefore();
        if (!file.fresh() && !candidate.fresh() && (before == null || before == candidate.id())) {
            // Judged when they were loaded: a file that stands for itself was compared with all the others.
            return before != null;
        }
        try {
            return beginning.isBeginning(file, candidate);
        } catch (IOException e) {
            throw new UndecidedException(Set.of(file.id(), candidate.id()), e);
        }
    }
}
