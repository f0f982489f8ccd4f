package org.atelier.launcher.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.atelier.answer.Section;
import org.atelier.catalog.BatchJob;
import org.atelier.catalog.JobPreview;
import org.atelier.catalog.PreviewReport;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.NextCommand;
import org.atelier.launcher.run.PreviewOutcome;
import org.atelier.launcher.run.PreviewRequest;
import org.atelier.launcher.run.RunOutcome;
import org.atelier.launcher.run.RunRequest;
import org.atelier.run.KnownFailure;
import org.atelier.run.NotFoundException;
import org.atelier.run.RunOptions;
import org.atelier.run.RunSummary;
import org.atelier.settings.ConfigurationException;
import org.atelier.settings.Settings;
import org.atelier.sql.DatabaseSettings;
import org.jspecify.annotations.Nullable;

/**
 * Carries out {@code preview} and {@code run --dry-run}: a look in a scratch directory, which is deleted afterwards.
 */
final class DryRun {

    private final Clock clock;

    DryRun(Clock clock) {
        this.clock = clock;
    }

    /** The first rows, as if nothing had been loaded before; at most as many files are read. */
    PreviewOutcome preview(PreviewRequest request) {
        RunOptions options = new RunOptions(request.rows(), null);
        PreviewReport report = look(request.job(), request.settings(), Optional.empty(), options);
        Section.Grid all = grid(report);
        Section.Grid rows = new Section.Grid(
                all.name(),
                all.columns(),
                all.rows().stream().limit(request.rows()).toList(),
                all.whenEmpty());
        return new PreviewOutcome(
                code(report), facts(report.summary()), rows, report.summary().notes());
    }

    /** What the run would do now. */
    RunOutcome run(RunRequest request) {
        PreviewReport report =
                look(request.job(), request.settings(), Optional.of(request.database()), RunBeans.options(request));
        return new RunOutcome(
                code(report),
                OptionalLong.empty(),
                request.job().name(),
                "DRY_RUN",
                facts(report.summary()),
                List.of(
                        grid(report),
                        new Section.Lines(
                                "notes", line -> report.summary().notes().forEach(line))),
                gate(report.summary()),
                "nothing was written; to do it: " + request.inEarnest());
    }

    private PreviewReport look(
            BatchJob job, Settings settings, Optional<DatabaseSettings> database, RunOptions options) {
        try {
            Path scratch = Files.createTempDirectory("atelier-preview-");
            try {
                return job.preview()
                        .look(new JobPreview.Question(settings.forJobs(), database, options, scratch, clock));
            } finally {
                delete(scratch);
            }
        } catch (ConfigurationException e) {
            throw new CommandFailure(
                    ExitCode.CONFIGURATION, String.valueOf(e.getMessage()), "", "correct it, then: " + check(job), e);
        } catch (NotFoundException e) {
            throw new CommandFailure(code(e), String.valueOf(e.getMessage()), "", NextCommand.of(e.next()), e);
        } catch (IOException e) {
            throw new CommandFailure(
                    code(e),
                    "the sources of " + job.name() + " cannot be read",
                    String.valueOf(e.getMessage()),
                    check(job),
                    e);
        }
    }

    private static String check(BatchJob job) {
        return "atelier check " + job.traits().checkArea();
    }

    private static ExitCode code(Exception e) {
        return e instanceof KnownFailure known
                ? ExitCode.of(known.kind().ending().exitCode())
                : ExitCode.FAILED;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static @Nullable String gate(RunSummary summary) {
        return summary.gate().isFailed() ? summary.gate().cause() : null;
    }

    private static ExitCode code(PreviewReport report) {
        RunSummary summary = report.summary();
        return summary.failures() > 0 || summary.gate().isFailed() ? ExitCode.DONE_WITH_ERRORS : ExitCode.OK;
    }

    private static Section.Facts facts(RunSummary summary) {
        Section.Facts facts = Section.Facts.none();
        for (Map.Entry<String, Map<String, Long>> group : summary.figures().entrySet()) {
            facts = facts.with(group.getKey(), group.getValue());
        }
        return facts;
    }

    private static Section.Grid grid(PreviewReport report) {
        List<Section.Row> rows = report.rows().stream().map(Section.Row::new).toList();
        return new Section.Grid(report.kind(), report.columns(), rows, "Nothing would be written.");
    }
}
