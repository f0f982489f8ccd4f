package org.atelier.launcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.atelier.history.CalendarDay;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.ShellWord;
import org.atelier.launcher.result.SessionExplained;
import org.atelier.machinelogs.MachineLogSettings;
import org.atelier.machinelogs.explain.ExplainDay;
import org.atelier.machinelogs.explain.Explanation;
import org.atelier.machinelogs.explain.TimelinePage;
import org.atelier.machinelogs.explain.UnexplainedException;
import org.atelier.measurements.explain.ChannelName;
import org.atelier.transfer.LandedCopies;
import org.atelier.transfer.LandingMissingException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code atelier explain}. */
@Command(
        name = "explain",
        description =
                "Show what each figure of a session is made of: the intervals behind each rate, with file and line, "
                        + "from the landing area; or which files a channel's day is made of. Exit code 8 when the table "
                        + "holds other figures.")
final class ExplainCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "CENTRE@DAY",
            description =
                    "A machining centre and a production day: DEM12@2025-05-28. Or a channel of a measuring box and a"
                            + " day in UTC: COMPANY/CAMPAIGN/CHANNEL@DAY, or less of it from the right: M02001171_U1@2026-01-05.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String session;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Also write a timeline, as one HTML page, to that file.")
    private @Nullable Path html;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    private final CommandContext context;

    ExplainCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws SQLException, IOException {
        int at = session.lastIndexOf('@');
        if (at < 1) {
            throw wrong(null);
        }
        String name = session.substring(0, at);
        LocalDate day = day(session.substring(at + 1));
        ChannelAnswer channels = new ChannelAnswer(context);
        ChannelName channel = channels.named(name);
        if (channel == null) {
            return explainSession(name, day);
        }
        if (html != null) {
            throw new ParameterException(spec.commandLine(), "a timeline (--html) is of a session, not of a channel");
        }
        return channels.explain(channel, day);
    }

    private int explainSession(String centre, LocalDate day) throws SQLException, IOException {
        Explanation explanation = explain(centre, day);
        if (html != null) {
            write(surrounded(html), TimelinePage.html(explanation));
        }
        int code = context.print(new SessionExplained(explanation), explanation.zone());
        if (!explanation.agrees()) {
            context.note("the table holds other figures. If the time zone was changed since: atelier run"
                    + " machine-logs --date " + explanation.day() + " --again");
        }
        return code;
    }

    private LocalDate day(String text) {
        try {
            return CalendarDay.parse(text);
        } catch (IllegalArgumentException e) {
            throw wrong(e);
        }
    }

    private CommandFailure wrong(@Nullable Exception cause) {
        return new CommandFailure(
                ExitCode.USAGE,
                "'" + session + "' names no session",
                "expected a machining centre and a day such as DEM12@2025-05-28, or a channel and a day such as"
                        + " acme/essai/M02001171_U1@2026-01-05",
                "atelier explain --help",
                cause);
    }

    private Explanation explain(String centre, LocalDate day) throws SQLException, IOException {
        MachineLogSettings settings = context.settings().get(MachineLogSettings.class);
        try (Connection connection = context.connect()) {
            return new ExplainDay(connection, LandedCopies.in(settings.landing()), settings).explain(centre, day);
        } catch (UnexplainedException e) {
            if (ChannelName.isId(centre)) {
                // No centre is called so, and no channel: it says which there are.
                new ChannelAnswer(context).explain(new ChannelName(null, null, centre), day);
            }
            throw new CommandFailure(
                    ExitCode.NOT_FOUND,
                    String.valueOf(e.getMessage()),
                    "",
                    "atelier files list " + ShellWord.option("--centre", centre),
                    e);
        } catch (LandingMissingException e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "the session of " + centre + " on " + day + " cannot be explained",
                    String.valueOf(e.getMessage()),
                    "restore it to the landing area, then the same command",
                    e);
        }
    }

    private Path surrounded(Path file) {
        return context.surroundings.workingDirectory().resolve(file);
    }

    private void write(Path file, String page) {
        try {
            Files.writeString(file, page);
            context.note("the timeline is in " + file);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.FAILED, "cannot write " + file, e.toString(), "see that its directory can be written", e);
        }
    }
}
