package org.atelier.launcher.command;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.atelier.database.Databases;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.Owner;
import org.atelier.launcher.ShellWord;
import org.atelier.launcher.result.GdprErased;
import org.atelier.launcher.result.GdprExport;
import org.atelier.orders.Orders;
import org.atelier.orders.erase.OrderRecord;
import org.atelier.orders.erase.StoredOrder;
import org.atelier.orders.erase.StoredOrder.Export;
import org.atelier.run.lock.RunLock;
import org.atelier.sql.DatabaseSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code atelier gdpr}. */
@Command(name = "gdpr", description = "Answer a person's request: hand out, or erase, all that is kept of an order.")
final class GdprCommand {

    private static final String NUMBER = "The order's number; all its extensions are meant.";

    private final CommandContext context;

    GdprCommand(CommandContext context) {
        this.context = context;
    }

    @Command(
            name = "export",
            description = "Print all that is kept of an order, best with -o json. Noted in atelier_audit.")
    int export(@Option(names = "--order", paramLabel = "N", required = true, description = NUMBER) String order)
            throws SQLException {
        try (Connection connection = Databases.connect(context.readyDatabase())) {
            Export export = new StoredOrder(connection, order).export(Owner.inWords());
            if (export.records().isEmpty()) {
                throw nothing(order);
            }
            return context.print(
                    new GdprExport(order, export), context.settings().timeZone());
        }
    }

    @Command(
            name = "erase",
            description = "Delete all that is kept of an order, for good; runs of orders leave it out from then on."
                    + " Noted in atelier_audit.")
    int erase(
            @Option(names = "--order", paramLabel = "N", required = true, description = NUMBER) String order,
            @Option(
                            names = "--wait-timeout",
                            paramLabel = "AGE",
                            converter = Ranged.Wait.class,
                            defaultValue = "1m",
                            description = "How long to wait for the end of a run of orders (default: 1m).")
                    Duration patience)
            throws SQLException {
        DatabaseSettings database = context.readyDatabase();
        try (RunLock lock = RunLock.take(database, Orders.NAME, patience).orElse(null);
                Connection connection = Databases.connect(database)) {
            if (lock == null) {
                throw atWork(order);
            }
            return erase(order, new StoredOrder(connection, order));
        }
    }

    private int erase(String order, StoredOrder stored) throws SQLException {
        List<OrderRecord> rows = stored.rows();
        if (rows.isEmpty()) {
            throw gone(order, stored.erased());
        }
        if (!context.options.yes) {
            throw unconfirmed(order, rows);
        }
        return context.print(
                new GdprErased(order, stored.erase(Owner.inWords())),
                context.settings().timeZone());
    }

    private static CommandFailure atWork(String order) {
        return new CommandFailure(
                ExitCode.LOCKED,
                "a run of orders is at work",
                "nothing was erased",
                "to see it: atelier status orders; when it has ended: atelier gdpr erase " + typed(order) + " --yes");
    }

    private static CommandFailure unconfirmed(String order, List<OrderRecord> rows) {
        Map<String, Long> tables =
                rows.stream().collect(Collectors.groupingBy(OrderRecord::table, TreeMap::new, Collectors.counting()));
        String counts = tables.entrySet().stream()
                .map(table -> table.getKey() + " " + table.getValue())
                .collect(Collectors.joining(", "));
        return new CommandFailure(
                ExitCode.USAGE,
                "erasing order " + order + " cannot be undone",
                "these rows would be deleted: " + counts,
                "to look at them: atelier gdpr export " + typed(order) + "; to delete them: atelier gdpr erase "
                        + typed(order) + " --yes");
    }

    private static CommandFailure gone(String order, @Nullable Instant erased) {
        return erased == null
                ? nothing(order)
                : new CommandFailure(
                        ExitCode.ALREADY_COMPLETE,
                        "order " + order + " was erased on " + erased,
                        "no row of it came back",
                        "what is known of that: atelier gdpr export " + typed(order));
    }

    private static String typed(String order) {
        return ShellWord.option("--order", order);
    }

    private static CommandFailure nothing(String order) {
        return new CommandFailure(
                ExitCode.NOT_FOUND,
                "nothing is kept of order " + order,
                "nothing was written",
                "give its number as the ERP shows it, without extension");
    }
}
