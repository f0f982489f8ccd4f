package org.atelier.launcher.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.atelier.database.DatabaseChoice;
import org.atelier.database.DatabaseException;
import org.atelier.database.SchemaGate;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.DatabaseFailures;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.Refusals;
import org.atelier.launcher.render.SafeText;
import org.atelier.run.RunRefusedException;
import org.atelier.settings.ConfigurationException;
import org.atelier.settings.NearestName;
import org.atelier.settings.Problem;
import org.atelier.settings.ShownUrl;
import org.atelier.sql.DatabaseSettings;
import org.atelier.sql.SessionLimit;
import org.atelier.sql.SqlStates;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports failures on stderr: what, why, and what to type next. */
final class FailureReport {

    private final CommandContext context;

    FailureReport(CommandContext context) {
        this.context = context;
    }

    /** A wrong command line. Nothing was done. */
    int usage(ParameterException e) {
        say(e instanceof UnmatchedArgumentException unmatched ? unmatched(unmatched) : String.valueOf(e.getMessage()));
        next(e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.number();
    }

    private static String unmatched(UnmatchedArgumentException e) {
        String typed = e.getUnmatched().isEmpty() ? "" : e.getUnmatched().get(0);
        CommandLine command = e.getCommandLine();
        boolean option = typed.startsWith("-");
        boolean group = !command.getSubcommands().isEmpty();
        List<String> names = option
                ? command.getCommandSpec().options().stream()
                        .flatMap(known -> Stream.of(known.names()))
                        .filter(name -> name.startsWith("--"))
                        .toList()
                : List.copyOf(command.getSubcommands().keySet());
        String what = option ? "unknown option " : group ? "unknown command " : "unexpected argument ";
        String hint = NearestName.of(option ? typed.replaceFirst("=.*", "") : typed, names)
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
        return what + "'" + typed + "'" + hint;
    }

    /** A command that failed. */
    int failed(Exception e) {
        if (e instanceof ParameterException wrong) {
            return usage(wrong);
        }
        if (e instanceof ConfigurationException configuration
                && !configuration.problems().isEmpty()) {
            return configuration(configuration);
        }
        if (e instanceof RunRefusedException refused) {
            return known(Refusals.failure(refused));
        }
        if (e instanceof CommandFailure failure) {
            return known(failure);
        }
        if (e instanceof DatabaseException database) {
            return known(DatabaseFailures.of(database));
        }
        if (SqlStates.has(e, SqlStates.NO_RIGHT)) {
            return known(DatabaseFailures.of(SchemaGate.notAllowed(e)));
        }
        return SqlStates.serverGone(e) || SessionLimit.behind(e).isPresent()
                ? known(DatabaseFailures.of(SchemaGate.lost(role(), e)))
                : unexpected(e);
    }

    private String role() {
        return context.settings()
                .get(DatabaseChoice.class)
                .configured()
                .map(DatabaseSettings::username)
                .orElse("");
    }

    private int configuration(ConfigurationException e) {
        List<Problem> problems = e.problems();
        say(
                problems.size() == 1
                        ? "the configuration has a problem"
                        : "the configuration has " + problems.size() + " problems");
        problems.forEach(problem -> line("  " + problem.line()));
        next("correct it, then: atelier check config");
        return ExitCode.CONFIGURATION.number();
    }

    private int known(CommandFailure failure) {
        say(String.valueOf(failure.getMessage()));
        if (!failure.why().isEmpty()) {
            line("  why:  " + failure.why());
        }
        next(failure.next());
        Throwable cause = failure.getCause();
        if (context.options.verbose && cause != null) {
            context.err.print(ShownUrl.within(stackTrace(cause)));
        }
        context.err.flush();
        return failure.exitCode().number();
    }

    private int unexpected(Exception e) {
        String trace = stackTrace(e);
        String kept = ErrorLog.keep(context, trace);
        say("unexpected: " + e + "; " + kept);
        if (context.options.verbose) {
            context.err.print(ShownUrl.within(trace));
        }
        context.err.flush();
        return ExitCode.FAILED.number();
    }

    private void say(String text) {
        line("atelier: " + text);
    }

    private void next(String text) {
        line("  next: " + text);
    }

    private void line(String text) {
        context.err.print(SafeText.forTerminal(ShownUrl.within(text)) + "\n");
        context.err.flush();
    }

    private static String stackTrace(Throwable e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }
}
