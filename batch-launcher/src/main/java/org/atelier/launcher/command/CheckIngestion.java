package org.atelier.launcher.command;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.atelier.database.Databases;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.NextCommand;
import org.atelier.launcher.result.IngestionChecked;
import org.atelier.measurements.Measurements;
import org.atelier.measurements.watch.Ingestion;
import org.atelier.measurements.watch.RecordedIngestion;
import org.atelier.observe.notify.FindNews;
import org.atelier.observe.notify.HeartbeatPing;
import org.atelier.observe.notify.NotifySettings;
import org.atelier.observe.notify.SendNotifications;
import org.atelier.settings.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Says whether measurements still arrive, and has people told by the outbox: the same trouble once while it lasts, and
 * nothing is forgotten. Ends with 0, or with 1 when anything is wrong, this check itself included.
 */
final class CheckIngestion {

    private static final Duration BUDGET = Duration.ofSeconds(30);

    private final CommandContext context;

    CheckIngestion(CommandContext context) {
        this.context = context;
    }

    int call(@Nullable Duration window) throws InterruptedException {
        try {
            return look(Ingestion.window(window));
        } catch (SQLException | RuntimeException e) {
            beat(List.of("the check itself failed: it cannot look at the runs"));
            return new FailureReport(context).failed(e) == 0 ? 0 : ExitCode.FAILED.number();
        }
    }

    private int look(Duration window) throws SQLException, InterruptedException {
        NotifySettings settings = context.settings().get(NotifySettings.class);
        try (Connection connection = Databases.connect(context.awaitedDatabase())) {
            Ingestion ingestion = RecordedIngestion.look(connection, window);
            List<String> problems = ingestion.problems(settings.pauseOf(Measurements.NAME));
            Boolean told = tell(settings, connection);
            beat(problems);
            return context.print(new IngestionChecked(ingestion, problems, told), ZoneOffset.UTC);
        }
    }

    /** That the switch cannot be told is only a warning: its alarm is what then comes. */
    private void beat(List<String> problems) throws InterruptedException {
        Secret url = context.settings().get(NotifySettings.class).heartbeat();
        if (url != null) {
            new HeartbeatPing(url)
                    .tell(problems)
                    .ifPresent(why -> context.note("warning: the dead man's switch was not told: " + why));
        }
    }

    private @Nullable Boolean tell(NotifySettings settings, Connection connection)
            throws SQLException, InterruptedException {
        if (settings.targets().isEmpty()) {
            context.note("warning: nobody is told: set atelier.notify.webhook.url or atelier.notify.ntfy.url");
            return null;
        }
        new FindNews(settings, NextCommand::of).in(connection);
        return new SendNotifications(settings, NextCommand::of, context.clock)
                        .within(BUDGET, connection)
                        .failed()
                == 0;
    }
}
