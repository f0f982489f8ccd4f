package org.atelier.launcher.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.atelier.launcher.run.JobRunner;
import org.atelier.launcher.run.PreviewRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code atelier preview}. */
@Command(name = "preview", description = "Read, parse and validate what a job would take; write nothing.")
final class PreviewCommand implements Callable<Integer> {

    @Parameters(paramLabel = "JOB", description = "A job's name.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String job;

    @Option(names = "-p", paramLabel = "KEY=VALUE", description = "A parameter of the job; may be repeated.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--rows",
            paramLabel = "N",
            converter = Ranged.Rows.class,
            description = "How many rows to show (default: 20).")
    private int rows = 20;

    private final CommandContext context;
    private final Supplier<JobRunner> runner;

    PreviewCommand(CommandContext context, Supplier<JobRunner> runner) {
        this.context = context;
        this.runner = runner;
    }

    @Override
    public Integer call() {
        var known = JobsCommand.find(job);
        PreviewRequest request = new PreviewRequest(
                known, JobParameters.checked(known, parameters), rows, context.settingsFor(known.name()));
        return context.print(runner.get().preview(request), context.settings().timeZone());
    }
}
