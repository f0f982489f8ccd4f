package org.atelier.launcher.command;

import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.result.ExitCodeList;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code atelier help}. */
@Command(name = "help", description = "Print the help of a command, or the exit codes (help exit-codes).")
final class HelpCommand implements Callable<Integer> {

    private static final String EXIT_CODES = "exit-codes";

    @Parameters(arity = "0..*", paramLabel = "TOPIC", description = "A command, or exit-codes.")
    private List<String> topic = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private final CommandContext context;

    HelpCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (topic.equals(List.of(EXIT_CODES))) {
            return context.print(new ExitCodeList(), ZoneOffset.UTC);
        }
        CommandLine command = spec.root().commandLine();
        for (String name : topic) {
            CommandLine sub = command.getSubcommands().get(name);
            if (sub == null) {
                throw new UnmatchedArgumentException(command, List.of(name));
            }
            command = sub;
        }
        command.usage(context.out);
        return ExitCode.OK.number();
    }
}
