package org.atelier.launcher.command;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.NextCommand;
import org.atelier.launcher.database.Databases;
import org.atelier.launcher.result.NotificationList;
import org.atelier.launcher.result.NotificationsSent;
import org.atelier.launcher.result.TargetsTried;
import org.atelier.observe.notify.DeliveryRecord;
import org.atelier.observe.notify.FindNews;
import org.atelier.observe.notify.NotifySettings;
import org.atelier.observe.notify.SendNotifications;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code atelier notify}. */
@Command(name = "notify", description = "What people are told by webhook or ntfy: failures, recoveries, silence.")
final class NotifyCommand {

    private static final Duration BUDGET = Duration.ofMinutes(1);

    private final CommandContext context;

    NotifyCommand(CommandContext context) {
        this.context = context;
    }

    @Command(name = "test", description = "Send a test to each target, and tell whether it took it.")
    int test() throws InterruptedException {
        NotifySettings settings = targets();
        return context.print(
                new TargetsTried(
                        new SendNotifications(settings, NextCommand::of, context.clock).test(context.clock.instant())),
                context.settings().timeZone());
    }

    @Command(
            name = "send",
            description = "Look for what is to be told, silence too, and send what is due. Every run does so at its"
                    + " end; for a scheduler where no run may come.")
    int send() throws SQLException, InterruptedException {
        NotifySettings settings = targets();
        try (Connection connection = Databases.connect(context.awaitedDatabase())) {
            new FindNews(settings, NextCommand::of).in(connection);
            return context.print(
                    new NotificationsSent(
                            new SendNotifications(settings, NextCommand::of, context.clock).within(BUDGET, connection)),
                    context.settings().timeZone());
        }
    }

    @Command(name = "list", description = "List the newest notifications, and how far each delivery is.")
    int list(
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            converter = Ranged.Rows.class,
                            defaultValue = "20",
                            description = "At most N notifications (default: 20).")
                    int limit)
            throws SQLException {
        try (Connection connection = context.connect()) {
            return context.print(
                    new NotificationList(DeliveryRecord.newest(connection, limit)),
                    context.settings().timeZone());
        }
    }

    private NotifySettings targets() {
        NotifySettings settings = context.settings().notifications();
        if (settings.targets().isEmpty()) {
            throw new CommandFailure(
                    ExitCode.CONFIGURATION,
                    "no target for notifications is configured",
                    "nothing was sent",
                    "set atelier.notify.webhook.url or atelier.notify.ntfy.url, then: atelier notify test");
        }
        return settings;
    }
}
