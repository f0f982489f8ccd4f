package org.atelier.launcher.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.TimeZone;
import org.atelier.launcher.ExitCode;
import org.atelier.settings.Surroundings;
import picocli.CommandLine;

/** The command line of the program. Made for each use; used by one thread. */
public final class Commands {

    private static final int USAGE_WIDTH = 110;

    private Commands() {}

    /**
     * Runs one command line.
     *
     * @param out takes the result alone
     * @param err takes everything else
     * @return the exit code
     */
    public static int execute(
            Surroundings surroundings, PrintStream out, PrintStream err, Clock clock, String... arguments) {
        // PostgreSQL's driver tells the server this zone with each login, and a server that does not know it refuses;
        // Spring
        // Batch writes local times without a zone. Both are to be UTC, whatever the machine's zone is.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        CommandContext context = new CommandContext(surroundings, out, err, clock);
        int code = commandLine(context, arguments).execute(arguments);
        out.flush();
        // A result that did not arrive (a full disk, a reader that went away) must not look like success.
        return out.checkError() && code == ExitCode.OK.number() ? ExitCode.FAILED.number() : code;
    }

    /** The model of the commands, for the reference page and completion; nothing is run with it. */
    public static CommandLine model(Surroundings surroundings, PrintStream out, PrintStream err) {
        return commandLine(new CommandContext(surroundings, out, err, Clock.systemUTC()));
    }

    private static CommandLine commandLine(CommandContext context, String... arguments) {
        CommandLine root = new CommandLine(new AtelierCommand(context));
        new CommandTable(context).addTo(root, arguments);
        FailureReport failures = new FailureReport(context);
        return root.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(USAGE_WIDTH)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setOut(new PrintWriter(context.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(context.err, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((e, ignored) -> failures.usage(e))
                .setExecutionExceptionHandler((e, command, parsed) -> failures.failed(e))
                .setExitCodeExceptionMapper(e -> ExitCode.FAILED.number());
    }
}
