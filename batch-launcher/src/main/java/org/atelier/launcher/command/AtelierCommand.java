package org.atelier.launcher.command;

import java.util.concurrent.Callable;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.ProgramVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program without a command: prints its help. */
@Command(
        name = "atelier",
        versionProvider = AtelierCommand.Version.class,
        header = "Batch jobs of a joinery workshop: run them, watch them, see why.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%nOptions, before or after the command:%n",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "RUN is a run's id, last, last-failed or JOB@2025-05-28.",
            "Settings: docs/reference/settings.md. Exit codes: atelier help exit-codes."
        })
final class AtelierCommand implements Callable<Integer> {

    @Mixin
    final GlobalOptions options;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Print the version.")
    boolean version;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    private final CommandContext context;

    AtelierCommand(CommandContext context) {
        this.context = context;
        this.options = context.options;
    }

    /** The version for picocli. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"atelier " + ProgramVersion.text()};
        }
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(context.out);
        return ExitCode.OK.number();
    }
}
