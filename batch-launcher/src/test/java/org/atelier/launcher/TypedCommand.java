package org.atelier.launcher;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.atelier.launcher.command.Commands;
import org.atelier.settings.Surroundings;

/** A command that a page or a file tells people or a scheduler to run. */
public final class TypedCommand {

    private TypedCommand() {}

    /**
     * Has the program's own command line take it; nothing is run.
     *
     * @param arguments what stands behind {@code atelier}, apart at blanks
     * @throws picocli.CommandLine.ParameterException when the program would refuse it
     */
    public static void parse(String arguments) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Path here = Path.of("").toAbsolutePath();
        Commands.model(new Surroundings(Map.of(), here, here), nowhere, nowhere)
                .parseArgs(arguments.strip().split(" +"));
    }
}
