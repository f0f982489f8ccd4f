package org.atelier.launcher.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.atelier.answer.Section;
import org.atelier.catalog.JobTraits;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.NextCommand;
import org.atelier.launcher.run.RunOutcome;
import org.atelier.launcher.run.RunRequest;
import org.atelier.run.NextStep;
import org.atelier.run.Progress;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.atelier.run.RunSummary;
import org.jspecify.annotations.Nullable;

/** What {@code run} prints: the report of a run, with its speed and what to do next. */
final class Outcomes {

    private final String job;
    private final boolean failOnEmpty;
    private final Progress.Look progress;
    private final JobTraits traits;

    Outcomes(RunRequest request, Progress.Look progress) {
        this.job = request.job().name();
        this.traits = request.job().traits();
        this.failOnEmpty = request.failOnEmpty();
        this.progress = progress;
    }

    /** The outcome of a start that found another run at work and was asked to skip then. */
    static RunOutcome skipped(String job) {
        return new RunOutcome(
                ExitCode.OK,
                OptionalLong.empty(),
                job,
                "SKIPPED",
                Section.Facts.none().with("reason", "another run of " + job + " is at work"),
                List.of(),
                null,
                null);
    }

    RunOutcome of(RunReport report) {
        ExitCode code = code(report);
        return new RunOutcome(
                code,
                OptionalLong.of(report.execution()),
                job,
                report.status(),
                facts(report),
                notes(report.summary()),
                report.cause(),
                next(code, report));
    }

    private ExitCode code(RunReport report) {
        RunSummary summary = report.summary();
        boolean empty = report.ending() == RunEnding.OK && summary != null && summary.empty();
        return empty && failOnEmpty
                ? ExitCode.EMPTY
                : ExitCode.of(report.ending().exitCode());
    }

    private Section.Facts facts(RunReport report) {
        Section.Facts facts = Section.Facts.none();
        RunSummary summary = report.summary();
        if (summary != null) {
            for (Map.Entry<String, Map<String, Long>> group : summary.figures().entrySet()) {
                facts = facts.with(group.getKey(), group.getValue());
            }
            if (report.ending() == RunEnding.OK) {
                facts = facts.with("nothing_to_do", summary.work() == 0);
            }
        }
        facts = facts.with("duration_ms", report.duration());
        if (progress.lines() > 0 && !report.duration().isZero()) {
            facts = speed(facts, report.duration());
        }
        OptionalLong memory = PeakMemory.bytes();
        return memory.isPresent() ? facts.with("peak_memory_mib", memory.getAsLong() >> 20) : facts;
    }

    private Section.Facts speed(Section.Facts facts, Duration duration) {
        Section.Facts more = facts.with(traits.unit().plural() + "_per_second", perSecond(progress.lines(), duration));
        return traits.unit().inBytes() ? more.with("bytes_per_second", perSecond(progress.done(), duration)) : more;
    }

    private static long perSecond(long amount, Duration duration) {
        return amount * 1000 / Math.max(1, duration.toMillis());
    }

    private static List<Section> notes(@Nullable RunSummary summary) {
        return summary == null || summary.notes().isEmpty()
                ? List.of()
                : List.of(new Section.Lines("notes", line -> summary.notes().forEach(line)));
    }

    private @Nullable String next(ExitCode code, RunReport report) {
        String restart = "atelier restart " + report.execution();
        String why = "to see why: atelier logs " + report.execution();
        NextStep next = report.next();
        if (next != null) {
            return NextCommand.of(next);
        }
        return switch (code) {
            case OK, EMPTY -> null;
            case CONFIGURATION -> "correct it, then: " + restart;
            case UNREACHABLE -> "to see what answers: atelier check all; then, to go on: " + restart;
            case DONE_WITH_ERRORS ->
                report.status().equals("COMPLETED")
                        ? why + "; to try them again: " + NextCommand.of(report.again())
                        : "to see what " + traits.holdings() + ": atelier preview " + job + "; to accept the rejects: "
                                + restart + " (or with a higher --max-rejects)";
            case LOCKED -> "to see what took it over: atelier history " + job + " --all";
            case STOPPED -> "to go on: " + restart;
            default -> why + "; then, to go on: " + restart;
        };
    }
}
