package org.atelier.launcher.command;

import java.util.function.Supplier;
import org.atelier.launcher.run.JobRunner;
import picocli.CommandLine.Command;

/** {@code atelier measurements}: what only files of measuring boxes need. */
@Command(name = "measurements", description = "What only the files of measuring boxes need.")
final class MeasurementsCommand {

    private final CommandContext context;
    private final Supplier<JobRunner> runner;

    MeasurementsCommand(CommandContext context, Supplier<JobRunner> runner) {
        this.context = context;
        this.runner = runner;
    }

    @Command(
            name = "on-upload",
            description = "SFTPGo's hook: take what the event in the environment (SFTPGO_ACTION, ...) says. Ends with 0, or"
                    + " with 1 when something is wrong.")
    int onUpload() {
        return new OnUpload(context, runner).call();
    }
}
