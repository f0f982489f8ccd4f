package org.atelier.launcher.command;

import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.atelier.launcher.ProgramVersion;
import org.atelier.launcher.result.VersionInfo;
import picocli.CommandLine.Command;

/** {@code atelier version}. */
@Command(name = "version", description = "Print the version.")
final class VersionCommand implements Callable<Integer> {

    private final CommandContext context;

    VersionCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return context.print(
                new VersionInfo(ProgramVersion.text(), Runtime.version().toString()), ZoneOffset.UTC);
    }
}
