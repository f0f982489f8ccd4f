package org.atelier.launcher.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.atelier.launcher.run.JobRunner;
import picocli.CommandLine;

/**
 * The commands by name, in the order of the help. Each is made when it is asked for: to look at the annotations of all
 * of them takes longer than most of them run. One thread.
 */
final class CommandTable {

    /** These look at the others. */
    private static final Set<String> SEE_ALL = Set.of("help", "completion", "__complete");

    private final Map<String, Supplier<Optional<Object>>> makers = new LinkedHashMap<>();
    private Optional<ServiceLoader.Provider<JobRunner>> runner = Optional.empty();
    private boolean looked;

    CommandTable(CommandContext context) {
        add("jobs", () -> new JobsCommand(context));
        addRunning("run", found -> new RunCommand(context, found));
        addRunning("preview", found -> new PreviewCommand(context, found));
        addRunning("restart", found -> new RestartCommand(context, found));
        addRunning("backfill", found -> new BackfillCommand(context, found));
        addRunning("measurements", found -> new MeasurementsCommand(context, found));
        addRunning("rejects", found -> new RejectsCommand(context, found));
        add("status", () -> new StatusCommand(context));
        add("stop", () -> new StopCommand(context));
        add("recover", () -> new RecoverCommand(context));
        add("abandon", () -> new AbandonCommand(context));
        add("history", () -> new HistoryCommand(context));
        add("show", () -> new ShowCommand(context));
        add("logs", () -> new LogsCommand(context));
        add("files", () -> new FilesCommand(context));
        add("sessions", () -> new SessionsCommand(context));
        add("explain", () -> new ExplainCommand(context));
        add("notify", () -> new NotifyCommand(context));
        add("purge", () -> new PurgeCommand(context));
        add("gdpr", () -> new GdprCommand(context));
        add("check", () -> new CheckCommand(context));
        add("db", () -> new DbCommand(context));
        add("users", () -> new UsersCommand(context));
        add("serve", () -> new ServeCommand(context));
        add("completion", () -> new CompletionCommand(context));
        add("__complete", () -> new CompleteCommand(context));
        add("version", () -> new VersionCommand(context));
        add("help", () -> new HelpCommand(context));
        if (DemoCommand.isPossible()) {
            addRunning("demo", found -> new DemoCommand(context, found));
        }
    }

    /** Adds what a command line needs: the command that it begins with, or else all of them. */
    void addTo(CommandLine root, String... arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        if (makers.containsKey(first) && !SEE_ALL.contains(first)) {
            add(root, makers.get(first));
        } else {
            makers.values().forEach(maker -> add(root, maker));
        }
    }

    private static void add(CommandLine root, Supplier<Optional<Object>> maker) {
        maker.get().ifPresent(root::addSubcommand);
    }

    private void add(String name, Supplier<Object> maker) {
        makers.put(name, () -> Optional.of(maker.get()));
    }

    /** A command that is there only with something that runs jobs. */
    private void addRunning(String name, Function<ServiceLoader.Provider<JobRunner>, Object> maker) {
        makers.put(name, () -> runner().map(maker));
    }

    private Optional<ServiceLoader.Provider<JobRunner>> runner() {
        if (!looked) {
            looked = true;
            runner = JobRunners.find();
        }
        return runner;
    }
}
