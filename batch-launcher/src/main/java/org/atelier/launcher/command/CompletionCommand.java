package org.atelier.launcher.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.complete.Shell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code atelier completion}. */
@Command(
        name = "completion",
        description = "Print what makes a shell complete commands, options, jobs and runs at the tab key.",
        footer = {
            "",
            "bash: in ~/.bashrc                  eval \"$(atelier completion bash)\"",
            "zsh:  in ~/.zshrc, after compinit   eval \"$(atelier completion zsh)\"",
            "fish: once                          atelier completion fish > ~/.config/fish/completions/atelier.fish"
        })
final class CompletionCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Shell shell;

    private final CommandContext context;

    CompletionCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        context.out.print(shell.script());
        return ExitCode.OK.number();
    }
}
