package org.atelier.machinelogs.gate;

import java.util.List;
import java.util.stream.Collectors;
import org.atelier.run.GateResult;
import org.atelier.run.NextStep;
import org.jspecify.annotations.Nullable;

/**
 * A file that failed the quality gate.
 *
 * @param path {@code directory/file}
 * @param cause why, for people
 * @param id its key in the ledger; null when it is not there, because it was only looked at
 */
public record FailedFile(
        String path, String cause, @Nullable Long id) {

    private static final int NAMED = 3;

    /**
     * What a run, or a preview, has to say of all that failed.
     *
     * @param some the first of them, at least so many as are named
     * @param all how many there are
     */
    public static GateResult result(List<FailedFile> some, long all) {
        if (all == 0) {
            return GateResult.PASSED;
        }
        String named = some.stream()
                .limit(NAMED)
                .map(file -> file.path() + " (" + file.cause() + ")")
                .collect(Collectors.joining(", "));
        return new GateResult(
                all,
                all + (all == 1 ? " file" : " files") + " failed the quality gate: " + named
                        + (all > NAMED ? " and " + (all - NAMED) + " more" : ""),
                next(some, all));
    }

    private static @Nullable NextStep next(List<FailedFile> some, long all) {
        Long id = some.get(0).id();
        if (id == null) {
            return null;
        }
        return all == 1 ? new NextStep.ShowFile(id) : new NextStep.ListFiles(NextStep.FileChoice.GATE_FAILED, null);
    }

    /** One line, for the notes of a run. */
    public String note() {
        return path + " failed the quality gate: " + cause;
    }
}
