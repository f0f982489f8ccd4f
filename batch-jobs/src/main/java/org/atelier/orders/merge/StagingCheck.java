package org.atelier.orders.merge;

import java.util.stream.Collectors;
import org.atelier.orders.row.TargetTable;
import org.atelier.orders.row.TargetTable.Column;
import org.atelier.orders.stage.RowHash;
import org.atelier.orders.stage.StagedTable;
import org.atelier.run.BalanceException;
import org.jdbi.v3.core.Handle;

/** Sees that a staging table holds what was put into it, and that no two rows of it want the same key. */
final class StagingCheck {

    private StagingCheck() {}

    /**
     * Compares count and hash.
     *
     * @throws BalanceException when they differ: an unlogged table is empty after a crash of the server
     */
    static void verify(Handle handle, StagedTable staged) {
        TargetTable table = staged.table();
        String there = handle.createQuery("select count(*) || ' rows, hash ' || " + RowHash.sql(table)
                        + " as found from " + table.staging())
                .mapTo(String.class)
                .one();
        String expected = staged.counts().kept() + " rows, hash " + staged.hash();
        if (!there.equals(expected)) {
            throw new BalanceException("Staging table " + table.staging() + " holds " + there + ", not " + expected);
        }
    }

    /**
     * Removes rows whose key another row has: keys of the ERP that differ only in what cleaning takes out. The latest
     * date stays, then the lowest values.
     *
     * @return how many were removed
     */
    static long removeCollisions(Handle handle, TargetTable table) {
        String key = table.key().stream().map(Column::name).collect(Collectors.joining(", "));
        String values = table.otherColumns().stream()
                .map(column -> column.type() == Column.Type.TEXT ? column.name() + " collate \"C\"" : column.name())
                .collect(Collectors.joining(", "));
        boolean any = handle.createQuery("select exists (select 1 from " + table.staging() + " group by " + key
                        + " having count(*) > 1)")
                .mapTo(Boolean.class)
                .one();
        return !any ? 0 : handle.execute("""
                delete from %s where ctid in (
                  select ctid from (select ctid, row_number() over (
                                             partition by %s order by date_modification desc nulls last, %s) as place
                                      from %s) ranked
                   where place > 1)
                """.formatted(table.staging(), key, values, table.staging()));
    }
}
