package org.atelier.launcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.atelier.catalog.BatchJob;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.Refusals;
import org.atelier.launcher.run.JobRunner;
import org.atelier.launcher.run.RunOutcome;
import org.atelier.launcher.run.RunRequest;
import org.atelier.launcher.run.RunRequest.Display;
import org.atelier.launcher.run.RunRequest.IfRunning;
import org.atelier.launcher.run.RunRequest.LogFormat;
import org.atelier.launcher.run.RunRequest.ProgressMode;
import org.atelier.measurements.Measurements;
import org.atelier.measurements.MeasurementsSettings;
import org.atelier.measurements.hook.SftpgoEnvironment;
import org.atelier.measurements.hook.UploadEvent;
import org.atelier.run.RunRefusedException;
import org.atelier.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Carries out what an event of SFTPGo asks for. Events that come while one is carried out do not queue up behind it:
 * they leave a mark, and whoever is at work looks again when he has done. Ends with 0, or with 1 when something is
 * wrong.
 */
final class OnUpload {

    /** As long as the earlier program waited; what waits longer is found by the timer. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final CommandContext context;
    private final Supplier<JobRunner> runner;

    OnUpload(CommandContext context, Supplier<JobRunner> runner) {
        this.context = context;
        this.runner = runner;
    }

    int call() {
        try {
            return carryOut(event());
        } catch (IOException | RuntimeException e) {
            return new FailureReport(context).failed(e) == 0 ? 0 : ExitCode.FAILED.number();
        }
    }

    private UploadEvent event() {
        return new SftpgoEnvironment(context.surroundings.environment(), dataFolder()).event();
    }

    /** On this machine; null when the files come from another one. */
    private @Nullable Path dataFolder() {
        return MeasurementsFolder.of(context.settings().get(MeasurementsSettings.class));
    }

    private boolean isGone(UploadEvent.OneFile file) {
        Path folder = dataFolder();
        return folder != null && Files.notExists(folder.resolve(file.path()));
    }

    private int carryOut(UploadEvent event) throws IOException {
        if (event instanceof UploadEvent.Wrong wrong) {
            context.note("on-upload: " + wrong.why());
            return ExitCode.FAILED.number();
        }
        if (event instanceof UploadEvent.Nothing nothing) {
            context.note("on-upload: nothing to do: " + nothing.why());
            return 0;
        }
        if (event instanceof UploadEvent.NewFolder made) {
            String folder = made.company() + (made.campaign() == null ? "" : "/" + made.campaign());
            context.note("on-upload: mkdir " + folder + ": noted; its first upload makes what it needs");
            return 0;
        }
        if (event instanceof UploadEvent.OneFile file && isGone(file)) {
            context.note("on-upload: upload " + file.path() + " is not there any more: a run took it");
            return 0;
        }
        return take(event instanceof UploadEvent.OneFile file ? file.path() : null);
    }

    private int take(@Nullable String path) throws IOException {
        context.note("on-upload: upload " + (path == null ? "(a session ended)" : path));
        Settings settings = context.settingsFor(Measurements.NAME);
        Path directory = Files.createDirectories(settings.dataDir().resolve("hooks"));
        Integer code = new HookTurn(directory).take(new HookTurn.Work() {
            @Override
            public int mine() {
                return run(path);
            }

            @Override
            public int all() {
                return run(null);
            }
        });
        if (code == null) {
            context.note("on-upload: another upload is being handled; this one is taken with it");
            return 0;
        }
        return code;
    }

    private int run(@Nullable String path) {
        BatchJob job = JobsCommand.find(Measurements.NAME);
        StartChecks.pass(job, Set.of(), context.settings());
        RunRequest request = RunRequest.of(job, context.settings(), context.awaitedDatabase())
                .ifRunning(IfRunning.WAIT, PATIENCE)
                .only(OptionalLong.empty(), Optional.ofNullable(path))
                .display(new Display(ProgressMode.NONE, LogFormat.PLAIN))
                .build();
        try {
            RunOutcome outcome = runner.get().run(request);
            context.print(outcome, context.settings().timeZone());
            return switch (outcome.exitCode()) {
                // Files that failed are told by the run; SFTPGo has no part in them.
                case OK, DONE_WITH_ERRORS, EMPTY -> 0;
                case LOCKED, NOT_FOUND -> left(outcome.failure());
                default -> ExitCode.FAILED.number();
            };
        } catch (RunRefusedException e) {
            return switch (Refusals.failure(e).exitCode()) {
                case LOCKED, NOT_FOUND -> left(e.getMessage());
                default -> throw e;
            };
        }
    }

    private int left(@Nullable String why) {
        context.note("on-upload: " + why + "; what waits is taken by the next run");
        return 0;
    }
}
