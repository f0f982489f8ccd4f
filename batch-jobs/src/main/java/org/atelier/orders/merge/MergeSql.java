package org.atelier.orders.merge;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.atelier.orders.row.TargetTable;
import org.atelier.orders.row.TargetTable.Column;

/**
 * The statements of one table's merge; {@code t} is the target, {@code s} the staging table. Put together from the
 * table's own names, which are constants. Rows of other origin are never touched.
 */
final class MergeSql {

    private final TargetTable table;

    MergeSql(TargetTable table) {
        this.table = table;
    }

    /** No writer beside this one; readers go on. */
    String lock() {
        return "lock table " + table.table() + " in share row exclusive mode";
    }

    /** How staged rows meet target rows. */
    String countStaged() {
        return """
                select count(*) filter (where t.origine is null) as inserted,
                       count(*) filter (where t.origine <> 'job') as conflicts,
                       count(*) filter (where t.origine = 'job' and %s) as updated,
                       count(*) filter (where t.origine = 'job' and not %s) as unchanged
                  from %s s left join %s t on %s
                """.formatted(differs(), differs(), table.staging(), table.table(), meets());
    }

    /**
     * Our target rows, and those among them that no staged row meets. A join, for a subquery in the list of columns is
     * looked into once for each row when the planner takes it for small.
     */
    String countHeld() {
        String gone = "s." + table.key().get(0).name() + " is null";
        return """
                select count(*) as held,
                       count(*) filter (where %s and (%s)) as stale,
                       count(*) filter (where %s and not (%s)) as deleted
                  from %s t left join %s s on %s
                 where t.origine = 'job'
                """.formatted(gone, stale(), gone, stale(), table.table(), table.staging(), meets());
    }

    String delete() {
        return "delete from %s t where t.origine = 'job' and not exists (select 1 from %s s where %s) and not (%s)"
                .formatted(table.table(), table.staging(), meets(), stale());
    }

    String update() {
        return "update %s t set %s, date_synchronisation = now() from %s s where %s and t.origine = 'job' and %s"
                .formatted(
                        table.table(),
                        written().stream()
                                .map(column -> column + " = s." + column)
                                .collect(Collectors.joining(", ")),
                        table.staging(),
                        meets(),
                        differs());
    }

    String insert() {
        String columns = names(table.key(), Function.identity()) + ", " + String.join(", ", written());
        return "insert into %s (%s) select %s from %s s where not exists (select 1 from %s t where %s)"
                .formatted(table.table(), columns, columns, table.staging(), table.table(), meets());
    }

    /** What is written beside the key. */
    private List<String> written() {
        List<String> names = table.otherColumns().stream().map(Column::name).collect(Collectors.toList());
        if (table == TargetTable.ROLLER_SHUTTERS) {
            // Where the row came from; not compared, for another order with the same values changes nothing.
            names.add("id_commande");
        }
        return names;
    }

    /** The key; written so that it can be hashed, for an extension may be null, and is never empty. */
    private String meets() {
        return table.key().stream()
                .map(column -> column.name().equals("extension")
                        ? "coalesce(s.extension, '') = coalesce(t.extension, '')"
                        : "s." + column.name() + " = t." + column.name())
                .collect(Collectors.joining(" and "));
    }

    private String differs() {
        return "((" + names(table.otherColumns(), name -> "t." + name) + ") is distinct from ("
                + names(table.otherColumns(), name -> "s." + name) + "))";
    }

    /** Whether the order of a target row is rejected now, with nothing left of it. */
    private String stale() {
        String rejected = "exists (select 1 from etape_commandes_rejets r where r.entiere and r.cible = '"
                + table.table() + "' and ";
        String byOrder = rejected + "r.id_commande = t.id_commande)";
        return table == TargetTable.SHUTTERS
                ? byOrder
                : byOrder + " or " + rejected + "r.numero_commande = t.numero_commande"
                        + " and coalesce(r.extension, '') = coalesce(t.extension, ''))";
    }

    private static String names(List<Column> columns, Function<String, String> as) {
        return columns.stream().map(Column::name).map(as).collect(Collectors.joining(", "));
    }
}
