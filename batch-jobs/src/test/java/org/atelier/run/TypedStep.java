package org.atelier.run;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A front end for tests: has people type what the real one does. */
public final class TypedStep {

    private TypedStep() {}

    /** One line; empty for nothing to do. */
    public static String of(@Nullable NextStep step) {
        if (step == null) {
            return "";
        }
        if (step instanceof NextStep.Then then) {
            return of(then.first()) + "; " + of(then.next());
        }
        if (step instanceof NextStep.Purpose purpose) {
            return purpose.words() + ": " + of(purpose.step());
        }
        return step instanceof NextStep.Advice advice ? advice.words() : "atelier " + command(step);
    }

    private static String command(NextStep step) {
        if (step instanceof NextStep.OfRun of) {
            return word(of.action()) + " " + of.run();
        }
        if (step instanceof NextStep.OfJob of) {
            return of.action() == NextStep.JobAction.RUN_UNGUARDED
                    ? "run " + of.job() + " --max-delete-ratio 100%"
                    : word(of.action()) + " " + of.job();
        }
        if (step instanceof NextStep.Check check) {
            return "check " + check.area();
        }
        if (step instanceof NextStep.ShowFile show) {
            return "files show " + show.file();
        }
        if (step instanceof NextStep.ListFiles list) {
            return "files list " + (list.choice() == NextStep.FileChoice.GATE_FAILED ? "--gate-failed" : list.centre());
        }
        return step instanceof NextStep.Start start ? work(start) : step.toString();
    }

    private static String work(NextStep.Start start) {
        RunWork work = start.work();
        Shard shard = Shard.ofScope(work.scope());
        DayRange days = work.days();
        return (work.rebuild() == null ? "run " : "backfill ")
                + work.job()
                + (days == null ? "" : " --from " + days.from() + " --to " + days.to())
                + (shard == null ? "" : " --shard " + shard)
                + (start.again() ? " --again" : "");
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
