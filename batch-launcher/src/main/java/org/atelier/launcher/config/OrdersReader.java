package org.atelier.launcher.config;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.atelier.orders.OrdersSettings;
import org.atelier.orders.row.ColumnProtection;
import org.atelier.orders.row.ColumnProtection.Choice;
import org.atelier.orders.row.TargetTable;
import org.atelier.orders.row.TargetTable.Column;
import org.atelier.orders.select.SelectionLists;
import org.atelier.settings.Secret;

/** Puts the settings of the job orders together. */
final class OrdersReader {

    private static final int MOST_WORKERS = 16;

    private final Values values;

    private OrdersReader(Values values) {
        this.values = values;
    }

    static OrdersSettings read(Values values, Path dataDir) {
        OrdersReader reader = new OrdersReader(values);
        return new OrdersSettings(
                ErpReader.read(values),
                reader.selection(),
                reader.tables(),
                reader.protection(),
                values.get(OrdersCatalogue.MAX_DELETE_RATIO).orElse(OrdersSettings.USUAL_DELETE_RATIO),
                values.get(OrdersCatalogue.WORKERS).orElseGet(OrdersReader::workers),
                dataDir.resolve("spill"),
                values.get(OrdersCatalogue.READ_ALL_AFTER).orElse(OrdersSettings.USUAL_READ_ALL_AFTER));
    }

    private static int workers() {
        return Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors());
    }

    private SelectionLists selection() {
        SelectionLists usual = SelectionLists.USUAL;
        return new SelectionLists(
                list(OrdersCatalogue.PLANNED_NOTES, usual.plannedNotes()),
                list(OrdersCatalogue.ROLLER_SHUTTER_STATUSES, usual.rollerShutterStatuses()),
                list(OrdersCatalogue.ROLLER_SHUTTER_CODES, usual.rollerShutterCodes()),
                list(OrdersCatalogue.SHUTTER_CODES, usual.shutterCodes()),
                list(OrdersCatalogue.STOCK_OPERATIONS, usual.stockOperations()));
    }

    private List<String> list(Setting<List<String>> setting, List<String> usual) {
        return values.get(setting).orElse(usual);
    }

    private Set<TargetTable> tables() {
        List<String> names = values.get(OrdersCatalogue.PROFILES).orElse(profiles());
        if (names.isEmpty()) {
            values.problem(OrdersCatalogue.PROFILES, "names no profile", "name one of " + profiles());
        }
        Set<TargetTable> tables = EnumSet.noneOf(TargetTable.class);
        for (String name : names) {
            Optional<TargetTable> table = Stream.of(TargetTable.values())
                    .filter(each -> each.profile().equals(name))
                    .findFirst();
            table.ifPresentOrElse(
                    tables::add,
                    () -> values.problem(
                            OrdersCatalogue.PROFILES, "there is no profile '" + name + "'", nearest(name, profiles())));
        }
        return tables;
    }

    private static List<String> profiles() {
        return Stream.of(TargetTable.values()).map(TargetTable::profile).toList();
    }

    private ColumnProtection protection() {
        Map<String, Choice> choices = values.get(OrdersCatalogue.COLUMNS).orElse(Map.of());
        choices.forEach(this::judge);
        Secret key = values.get(OrdersCatalogue.SECRET_KEY)
                .filter(secret -> !secret.reveal().isEmpty())
                .orElse(null);
        if (key == null && choices.containsValue(Choice.PSEUDONYMISE)) {
            values.problem(
                    OrdersCatalogue.COLUMNS,
                    "pseudonyms need a key",
                    "set " + OrdersCatalogue.SECRET_KEY.key() + " (" + OrdersCatalogue.SECRET_KEY.environmentName()
                            + "), such as 32 random characters, and keep it");
            return ColumnProtection.none();
        }
        return new ColumnProtection(choices, key);
    }

    private void judge(String name, Choice choice) {
        List<Column> columns = Stream.of(TargetTable.values())
                .flatMap(table -> table.columns().stream())
                .filter(column -> column.name().equals(name))
                .toList();
        if (columns.isEmpty()) {
            List<String> known = Stream.of(TargetTable.values())
                    .flatMap(table -> table.columns().stream().map(Column::name))
                    .distinct()
                    .toList();
            values.problem(OrdersCatalogue.COLUMNS, "there is no column '" + name + "'", nearest(name, known));
        } else if (choice != Choice.KEEP && isKey(name)) {
            values.problem(OrdersCatalogue.COLUMNS, "the column " + name + " belongs to a key", "keep it");
        } else if (choice == Choice.PSEUDONYMISE
                && columns.stream().anyMatch(column -> column.type() != Column.Type.TEXT)) {
            values.problem(
                    OrdersCatalogue.COLUMNS, "the column " + name + " holds no text", "keep it, or let it be dropped");
        }
    }

    private static boolean isKey(String name) {
        return Stream.of(TargetTable.values())
                .flatMap(table -> table.key().stream())
                .anyMatch(column -> column.name().equals(name));
    }

    private static String nearest(String name, List<String> known) {
        return NearestName.of(name, known)
                .map(found -> "did you mean " + found + "?")
                .orElse("name one of " + String.join(", ", known));
    }
}
