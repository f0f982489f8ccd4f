package org.atelier.launcher;

import org.atelier.run.DayRange;
import org.atelier.run.NextStep;
import org.atelier.run.Rebuild;
import org.atelier.run.RunWork;
import org.atelier.run.Shard;

/** Turns a step into what people type: names are quoted for the shell. */
public final class NextCommand {

    private NextCommand() {}

    /** One line, such as {@code to go on: atelier restart 7}. */
    public static String of(NextStep step) {
        if (step instanceof NextStep.Then then) {
            return of(then.first()) + "; " + of(then.next());
        }
        if (step instanceof NextStep.Purpose purpose) {
            return purpose.words() + ": " + of(purpose.step());
        }
        if (step instanceof NextStep.Advice advice) {
            return advice.words();
        }
        if (step instanceof NextStep.Just just) {
            return just(just.action());
        }
        return "atelier " + words(step);
    }

    private static String just(NextStep.Plain action) {
        return switch (action) {
            case STATUS -> "atelier status";
            case WAIT -> "to wait for its end, add --if-running wait";
            case OTHER_FILE -> "give the name of a file that is there, or leave --file out";
            case NOTIFICATIONS -> "atelier notify list";
        };
    }

    private static String words(NextStep step) {
        if (step instanceof NextStep.OfRun of) {
            return ofRun(of.action()) + " " + of.run() + (of.action() == NextStep.RunAction.STOP ? " --wait" : "");
        }
        if (step instanceof NextStep.OfJob of) {
            return ofJob(of.action(), of.job());
        }
        if (step instanceof NextStep.Start start) {
            return work(start.work()) + (start.again() ? " --again" : "");
        }
        if (step instanceof NextStep.Check check) {
            return "check " + check.area();
        }
        if (step instanceof NextStep.ShowFile show) {
            return "files show " + show.file();
        }
        if (step instanceof NextStep.ListFiles list) {
            return "files list" + files(list);
        }
        throw new IllegalArgumentException("No command for " + step);
    }

    private static String ofRun(NextStep.RunAction action) {
        return switch (action) {
            case RESTART -> "restart";
            case RECOVER -> "recover";
            case SHOW -> "show";
            case LOGS -> "logs";
            case STOP -> "stop";
        };
    }

    private static String ofJob(NextStep.JobAction action, String job) {
        return switch (action) {
            case STATUS -> "status " + job;
            case HISTORY -> "history " + job + " --all";
            case PREVIEW -> "preview " + job;
            case RUN_UNGUARDED -> "run " + job + " --max-delete-ratio 100%";
        };
    }

    private static String files(NextStep.ListFiles list) {
        String choice = switch (list.choice()) {
            case ALL -> "";
            case QUARANTINED -> " --state quarantined";
            case GATE_FAILED -> " --gate-failed";
        };
        String centre = list.centre();
        return choice + (centre == null ? "" : " " + ShellWord.option("--centre", centre));
    }

    private static String work(RunWork work) {
        Shard shard = Shard.ofScope(work.scope());
        return (work.rebuild() == null ? "run " : "backfill ")
                + work.job()
                + days(work)
                + (work.rebuild() == Rebuild.MISSING ? " --missing" : "")
                + (shard == null ? "" : " --shard " + shard);
    }

    private static String days(RunWork work) {
        DayRange days = work.days();
        if (days == null) {
            return "";
        }
        return days.from().equals(days.to()) && work.rebuild() == null
                ? " --date " + days.from()
                : " --from " + days.from() + " --to " + days.to();
    }
}
