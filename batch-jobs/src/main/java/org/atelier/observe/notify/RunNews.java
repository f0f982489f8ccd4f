package org.atelier.observe.notify;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.atelier.observe.notify.EndedRuns.Ended;
import org.atelier.run.NextStep;

/** What is to be told of runs that have ended. */
final class RunNews {

    /** Troubles whose end is worth telling. */
    private static final Set<NotificationKind> FAILURES = EnumSet.of(
            NotificationKind.RUN_FAILED,
            NotificationKind.REJECT_LIMIT,
            NotificationKind.RUN_STALLED,
            NotificationKind.JOB_SILENT);

    private final Troubles troubles;

    RunNews(Troubles troubles) {
        this.troubles = troubles;
    }

    /** Tells of each that died, and of how the newest of each scope ended: what passed meanwhile is not told. */
    void of(List<Ended> runs) {
        Map<String, Ended> newest = new LinkedHashMap<>();
        for (Ended run : runs) {
            if (run.isDead()) {
                troubles.tell(recovered(run));
            }
            if (run.isGood() || run.isBad()) {
                newest.put(run.scope(), run);
            }
        }
        newest.values().forEach(this::end);
    }

    private void end(Ended run) {
        if (run.isGood()) {
            if (troubles.closeOf(run.job(), run.scope()).stream().anyMatch(FAILURES::contains)) {
                troubles.tell(goodAgain(run));
            }
        } else if (!run.over()) {
            troubles.tell(run.kind() != null && run.kind().equals("reject_limit") ? rejected(run) : failed(run));
        }
    }

    private static News failed(Ended run) {
        boolean done = run.status().equals("COMPLETED");
        String code = run.exitCode() == null ? "its end could not be recorded" : "exit code " + run.exitCode();
        return new News(
                NotificationKind.RUN_FAILED,
                "failed/" + run.scope() + "/" + run.exitCode() + "/" + run.kind(),
                News.About.run(run),
                run.scope() + (done ? " ended with errors: run " : " failed: run ") + run.run() + ", " + code,
                why(run),
                then(NextStep.logs(run.run()), run));
    }

    private static News rejected(Ended run) {
        return new News(
                NotificationKind.REJECT_LIMIT,
                "rejects/" + run.scope(),
                News.About.run(run),
                run.scope() + " stopped at its reject limit: run " + run.run(),
                why(run),
                then(new NextStep.OfJob(NextStep.JobAction.PREVIEW, run.job()), run));
    }

    private static News recovered(Ended run) {
        return new News(
                NotificationKind.RUN_RECOVERED,
                "died/" + run.scope(),
                News.About.run(run),
                "Run " + run.run() + " of " + run.scope() + " was not ended and was taken over",
                "Its process died, or lost its database. The next start of the job does again what was not committed.",
                NextStep.logs(run.run()));
    }

    private static News goodAgain(Ended run) {
        return new News(
                NotificationKind.GOOD_AGAIN,
                null,
                News.About.run(run),
                run.scope() + " is good again: run " + run.run(),
                run.exitCode() != null && run.exitCode() == 0
                        ? "It went well."
                        : "It loaded all there was. " + Objects.requireNonNullElse(run.told(), "") + ".",
                null);
    }

    private static String why(Ended run) {
        return Objects.requireNonNullElse(run.told(), "The run's log says more") + ".";
    }

    private static NextStep then(NextStep first, Ended run) {
        String next = run.next();
        return next == null ? first : first.then(new NextStep.Advice(next).to("then"));
    }
}
