package org.atelier.launcher.command;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.ShellWord;
import org.atelier.launcher.result.ChannelExplained;
import org.atelier.measurements.MeasurementsSettings;
import org.atelier.measurements.explain.ChannelName;
import org.atelier.measurements.explain.DayOfChannel;
import org.atelier.measurements.explain.ExplainChannel;
import org.atelier.measurements.explain.UnknownChannelException;
import org.atelier.transfer.LandedCopies;
import org.atelier.transfer.LandingMissingException;
import org.jspecify.annotations.Nullable;

/** What {@code atelier explain} says of a channel of a measuring box. */
final class ChannelAnswer {

    private final CommandContext context;

    ChannelAnswer(CommandContext context) {
        this.context = context;
    }

    /**
     * The channel that a text names; null when it names none. Without any {@code /} it may be a machining centre as
     * well, and is a channel only when there is one.
     */
    @Nullable ChannelName named(String text) throws SQLException {
        ChannelName name = ChannelName.parse(text);
        if (name == null || name.campaign() != null) {
            return name;
        }
        MeasurementsSettings settings = context.settings().get(MeasurementsSettings.class);
        try (Connection connection = context.connect()) {
            return new ExplainChannel(connection, LandedCopies.in(settings.landing()), settings).knows(name)
                    ? name
                    : null;
        }
    }

    int explain(ChannelName name, LocalDate day) throws SQLException, IOException {
        DayOfChannel explained = read(name, day);
        int code = context.print(new ChannelExplained(explained), ZoneOffset.UTC);
        if (!explained.agrees()) {
            context.note("the table holds other points. If the time zone, the last line or the markers of its files are"
                    + " set otherwise since: atelier backfill measurements --from " + day + " --to " + day);
        }
        return code;
    }

    private DayOfChannel read(ChannelName name, LocalDate day) throws SQLException, IOException {
        MeasurementsSettings settings = context.settings().get(MeasurementsSettings.class);
        try (Connection connection = context.connect()) {
            return new ExplainChannel(connection, LandedCopies.in(settings.landing()), settings).explain(name, day);
        } catch (UnknownChannelException e) {
            List<String> candidates = e.candidates();
            throw new CommandFailure(
                    ExitCode.NOT_FOUND,
                    String.valueOf(e.getMessage()),
                    candidates.isEmpty() ? "" : "there are " + String.join(", ", candidates),
                    candidates.isEmpty()
                            ? "atelier files list --job measurements"
                            : "atelier explain " + ShellWord.of(candidates.get(0)),
                    e);
        } catch (LandingMissingException e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    name + " on " + day + " cannot be explained",
                    String.valueOf(e.getMessage()),
                    "restore it to the landing area, then the same command",
                    e);
        }
    }
}
