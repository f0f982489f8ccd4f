package org.atelier.launcher.command;

import java.time.ZoneOffset;
import org.atelier.catalog.BatchJob;
import org.atelier.catalog.BatchJobs;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.result.JobDescription;
import org.atelier.launcher.result.JobList;
import org.atelier.settings.NearestName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code atelier jobs}. */
@Command(name = "jobs", description = "List or describe the jobs.")
final class JobsCommand {

    private final CommandContext context;

    JobsCommand(CommandContext context) {
        this.context = context;
    }

    @Command(name = "list", description = "List the jobs.")
    int list() {
        return context.print(new JobList(BatchJobs.all()), ZoneOffset.UTC);
    }

    @Command(name = "describe", description = "Describe a job and its parameters.")
    int describe(@Parameters(paramLabel = "JOB", description = "A job's name.") String job) {
        return context.print(new JobDescription(find(job)), ZoneOffset.UTC);
    }

    /**
     * The job of that name.
     *
     * @throws CommandFailure (4) when there is no such job
     */
    static BatchJob find(String name) {
        return BatchJobs.find(name).orElseThrow(() -> {
            String hint = NearestName.of(
                            name, BatchJobs.all().stream().map(BatchJob::name).toList())
                    .map(nearest -> "did you mean " + nearest + "?")
                    .orElse("");
            return new CommandFailure(ExitCode.NOT_FOUND, "there is no job '" + name + "'", hint, "atelier jobs list");
        });
    }
}
