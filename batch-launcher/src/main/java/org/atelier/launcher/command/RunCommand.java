package org.atelier.launcher.command;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.atelier.catalog.BatchJob;
import org.atelier.catalog.StartOption;
import org.atelier.launcher.run.JobRunner;
import org.atelier.launcher.run.RunOutcome;
import org.atelier.launcher.run.RunRequest;
import org.atelier.run.DayRange;
import org.atelier.run.RunTarget;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code atelier run}. */
@Command(name = "run", description = "Run a job.")
final class RunCommand implements Callable<Integer> {

    @Parameters(paramLabel = "JOB", description = "A job's name.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String job;

    @Option(names = "-p", paramLabel = "KEY=VALUE", description = "A parameter of the job; may be repeated.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--file", paramLabel = "NAME", description = "Take just that file and print its parse summary.")
    private @Nullable String file;

    @Option(names = "--dry-run", description = "Do everything but write.")
    private boolean dryRun;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = Ranged.Items.class,
            description = "Take at most N files or items.")
    private @Nullable Long limit;

    @Option(
            names = "--date",
            paramLabel = "D",
            converter = Ranged.Day.class,
            description = "Write that production day only, such as 2025-05-28.")
    private @Nullable LocalDate date;

    @Option(
            names = "--from",
            paramLabel = "D",
            converter = Ranged.Day.class,
            description = "Write the production days from that one on ...")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "D", converter = Ranged.Day.class, description = "... up to that one.")
    private @Nullable LocalDate to;

    @Option(names = "--fail-on-empty", description = "End with exit code 10 when nothing was read.")
    private boolean failOnEmpty;

    @Mixin
    private final WorkOptions work = new WorkOptions();

    @Mixin
    private final RunningOptions running = new RunningOptions(RunRequest.IfRunning.SKIP);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    private final CommandContext context;
    private final Supplier<JobRunner> runner;

    RunCommand(CommandContext context, Supplier<JobRunner> runner) {
        this.context = context;
        this.runner = runner;
    }

    @Override
    public Integer call() {
        RunRequest request = request();
        RunOutcome outcome = runner.get().run(request);
        return context.print(outcome, context.settings().timeZone());
    }

    private RunRequest request() {
        if (work.shard != null && (dryRun || file != null)) {
            throw wrong("--shard is for runs that write all there is; leave out " + (dryRun ? "--dry-run" : "--file"));
        }
        BatchJob known = JobsCommand.find(job);
        StartChecks.pass(known, asked(), context.settingsFor(known.name()));
        RunTarget target = target();
        Map<String, String> checked = JobParameters.checked(known, parameters);
        boolean dry = isDry(known);
        if (dry && !checked.isEmpty()) {
            throw wrong("a dry run knows no parameters; leave out -p");
        }
        return running.request(known, context.settings(), context.awaitedDatabase())
                .parameters(checked)
                .dryRun(dry)
                .only(limit == null ? OptionalLong.empty() : OptionalLong.of(limit), Optional.ofNullable(file))
                .failOnEmpty(failOnEmpty)
                .target(target)
                .shard(work.shard)
                .build();
    }

    private Set<StartOption> asked() {
        Set<StartOption> asked = EnumSet.noneOf(StartOption.class);
        asked.addAll(running.asked());
        asked.addAll(work.asked());
        if (date != null || from != null || to != null || work.again) {
            asked.add(StartOption.DAYS);
        }
        if (file != null) {
            asked.add(StartOption.FILE);
        }
        return asked;
    }

    private boolean isDry(BatchJob known) {
        boolean implied = limit != null && !dryRun && known.traits().limitedRunsAreDry();
        if (implied) {
            context.note("--limit implies --dry-run for " + known.name()
                    + ": written for good, the rest would be deleted as if it had vanished");
        }
        return dryRun || implied;
    }

    private RunTarget target() {
        DayRange days = days();
        if (days == null && work.again) {
            throw wrong("--again is for a range; give --date, or --from and --to, as well");
        }
        return days == null ? new RunTarget.Tick() : new RunTarget.Range(days, work.again, null);
    }

    private @Nullable DayRange days() {
        LocalDate first = date == null ? from : date;
        LocalDate last = date == null ? to : date;
        if (date != null && (from != null || to != null)) {
            throw wrong("--date is one day; give either it or --from and --to");
        }
        if (first == null && last == null) {
            return null;
        }
        if (first == null || last == null) {
            throw wrong("a range needs both --from and --to");
        }
        if (last.isBefore(first)) {
            throw wrong("the range ends (--to " + last + ") before it begins (--from " + first + ")");
        }
        return new DayRange(first, last);
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
