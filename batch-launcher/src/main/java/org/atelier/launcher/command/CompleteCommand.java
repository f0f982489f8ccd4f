package org.atelier.launcher.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.atelier.catalog.BatchJobs;
import org.atelier.database.DatabaseChoice;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.complete.Candidate;
import org.atelier.launcher.complete.Candidates;
import org.atelier.launcher.complete.RunNames;
import org.atelier.launcher.embedded.EmbeddedDatabase;
import org.atelier.launcher.render.SafeText;
import org.atelier.settings.Settings;
import org.atelier.sql.DatabaseSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code atelier __complete -- WORDS}: what may be typed next, a line each; the scripts of {@code atelier completion}
 * ask it. Whatever is wrong, it says nothing and ends well: nobody asked for a result.
 */
@Command(name = CompleteCommand.NAME, hidden = true, description = "What may be typed next, for shells.")
final class CompleteCommand implements Callable<Integer> {

    /** The scripts name it, too. */
    static final String NAME = "__complete";

    @Parameters(arity = "0..*", paramLabel = "WORD", description = "The words after the program's name.")
    private List<String> words = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private final CommandContext context;

    CompleteCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        new Candidates(spec.root().commandLine(), BatchJobs.all(), new RunNames(this::database))
                .of(words)
                .forEach(this::print);
        return ExitCode.OK.number();
    }

    private void print(Candidate candidate) {
        String description = SafeText.forTerminal(candidate.description());
        context.out.print(
                SafeText.forTerminal(candidate.word()) + (description.isEmpty() ? "" : "\t" + description) + "\n");
    }

    private Optional<DatabaseSettings> database() {
        int config = words.indexOf("--config");
        if (config >= 0 && config + 1 < words.size()) {
            context.options.config = Path.of(words.get(config + 1));
        }
        Settings settings = context.readSettings();
        return settings.get(DatabaseChoice.class).configured().or(() -> EmbeddedDatabase.running(settings.dataDir()));
    }
}
