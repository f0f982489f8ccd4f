package org.atelier.machinelogs.plan;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.atelier.files.FailFile;
import org.atelier.files.PlannedFile;
import org.atelier.machinelogs.ledger.LogPlan;
import org.atelier.machinelogs.ledger.LogVersion;
import org.atelier.machinelogs.session.ProductionDayRule;
import org.atelier.run.step.RunContext;

/** The files of a centre that a run has fetched and may load, with days by the rule in force; the others fail. */
final class FetchedFiles {

    private final LogPlan files;
    private final ReassignDays reassign;
    private final FailFile<LogVersion> failing;

    FetchedFiles(LogPlan files, ReassignDays reassign, FailFile<LogVersion> failing) {
        this.files = files;
        this.reassign = reassign;
        this.failing = failing;
    }

    /**
     * Those that may be loaded. A late file for a day whose archive was purged fails: the day could only be built from
     * less.
     *
     * @param notes takes what is to be written of it
     * @throws IOException when the thread was interrupted
     */
    List<PlannedFile<LogVersion>> loadable(
            RunContext run, long centre, ProductionDayRule rule, Set<LocalDate> sealed, PlanNotes notes)
            throws IOException {
        List<PlannedFile<LogVersion>> loadable = new ArrayList<>();
        for (PlannedFile<LogVersion> fetched : files.fetchedOf(run.instance(), centre)) {
            PlannedFile<LogVersion> file = inForce(run, fetched, rule, notes);
            Set<LocalDate> late =
                    new TreeSet<>(Objects.requireNonNull(file.version()).days());
            late.retainAll(sealed);
            if (late.isEmpty()) {
                loadable.add(file);
            } else {
                String cause = "DAY_SEALED: it has events of " + late + ", whose archive was purged";
                notes.add(() -> failing.fail(run, file.id(), file.path(), cause));
            }
        }
        return loadable;
    }

    /** A restart may have another rule than the execution that fetched the file. */
    private PlannedFile<LogVersion> inForce(
            RunContext run, PlannedFile<LogVersion> file, ProductionDayRule rule, PlanNotes notes) throws IOException {
        LogVersion version = Objects.requireNonNull(file.version());
        if (version.hasDaysBy(rule)) {
            return file;
        }
        LogVersion reassigned = reassign.of(file.path(), version, rule);
        notes.add(() -> files.fetched(run.instance(), file.id(), reassigned));
        return file.with(reassigned);
    }
}
