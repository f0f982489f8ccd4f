package org.atelier.orders;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.atelier.orders.row.ColumnProtection;
import org.atelier.orders.row.ColumnProtection.Choice;
import org.atelier.orders.row.TargetTable;
import org.atelier.orders.row.TargetTable.Column;
import org.atelier.orders.select.SelectionLists;
import org.atelier.settings.Catalogue;
import org.atelier.settings.NearestName;
import org.atelier.settings.Secret;
import org.atelier.settings.Setting;
import org.atelier.settings.Values;
import org.atelier.settings.WorkerCount;

/** Puts the settings of the job orders together. */
final class OrdersReader {

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
                values.value(OrdersKeys.MAX_DELETE_RATIO),
                values.get(OrdersKeys.WORKERS).orElseGet(WorkerCount::usual),
                dataDir.resolve("spill"),
                values.value(OrdersKeys.READ_ALL_AFTER));
    }

    private SelectionLists selection() {
        SelectionLists usual = SelectionLists.USUAL;
        return new SelectionLists(
                list(OrdersKeys.PLANNED_NOTES, usual.plannedNotes()),
                list(OrdersKeys.ROLLER_SHUTTER_STATUSES, usual.rollerShutterStatuses()),
                list(OrdersKeys.ROLLER_SHUTTER_CODES, usual.rollerShutterCodes()),
                list(OrdersKeys.SHUTTER_CODES, usual.shutterCodes()),
                list(OrdersKeys.STOCK_OPERATIONS, usual.stockOperations()));
    }

    private List<String> list(Setting<List<String>> setting, List<String> usual) {
        return values.get(setting).orElse(usual);
    }

    private Set<TargetTable> tables() {
        List<String> names = values.get(OrdersKeys.PROFILES).orElse(TargetTable.profiles());
        if (names.isEmpty()) {
            values.problem(OrdersKeys.PROFILES, "names no profile", "name one of " + TargetTable.profiles());
        }
        Set<TargetTable> tables = EnumSet.noneOf(TargetTable.class);
        for (String name : names) {
            Optional<TargetTable> table = Stream.of(TargetTable.values())
                    .filter(each -> each.profile().equals(name))
                    .findFirst();
            table.ifPresentOrElse(
                    tables::add,
                    () -> values.problem(
                            OrdersKeys.PROFILES,
                            "there is no profile '" + name + "'",
                            nearest(name, TargetTable.profiles())));
        }
        return tables;
    }

    private ColumnProtection protection() {
        Map<String, Choice> choices = values.get(OrdersKeys.COLUMNS).orElse(Map.of());
        choices.forEach(this::judge);
        Secret key = values.get(Catalogue.SECRET_KEY)
                .filter(secret -> !secret.reveal().isEmpty())
                .orElse(null);
        if (key == null && choices.containsValue(Choice.PSEUDONYMISE)) {
            values.problem(
                    OrdersKeys.COLUMNS,
                    "pseudonyms need a key",
                    "set " + Catalogue.SECRET_KEY.key() + " (" + Catalogue.SECRET_KEY.environmentName()
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
            values.problem(OrdersKeys.COLUMNS, "there is no column '" + name + "'", nearest(name, known));
        } else if (choice != Choice.KEEP && isKey(name)) {
            values.problem(OrdersKeys.COLUMNS, "the column " + name + " belongs to a key", "keep it");
        } else if (choice == Choice.PSEUDONYMISE
                && columns.stream().anyMatch(column -> column.type() != Column.Type.TEXT)) {
            values.problem(
                    OrdersKeys.COLUMNS, "the column " + name + " holds no text", "keep it, or let it be dropped");
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
