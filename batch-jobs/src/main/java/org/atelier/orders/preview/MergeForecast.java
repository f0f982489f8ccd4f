package org.atelier.orders.preview;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.atelier.bulk.BulkCopy;
import org.atelier.orders.merge.TableMerge;
import org.atelier.orders.row.ErasedOrders;
import org.atelier.orders.row.TargetTable;
import org.atelier.orders.stage.ErasureList;
import org.atelier.orders.stage.StagedBatch;
import org.atelier.orders.stage.StagedTable;
import org.atelier.orders.stage.StagingCopy;
import org.atelier.sql.DatabaseSettings;
import org.atelier.sql.SessionLimit;
import org.atelier.sql.Sql;
import org.jdbi.v3.core.Handle;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What a merge would do, found out with temporary staging tables that hide the real ones, in a session that ends with
 * this. Not thread-safe.
 */
final class MergeForecast implements AutoCloseable {

    private static final String SECONDS_TO_CONNECT = "10";

    private final SingleConnectionDataSource session;
    private final Handle handle;
    private final StagingCopy copy;

    MergeForecast(DatabaseSettings database, Set<TargetTable> tables, Path spill) {
        session = new SingleConnectionDataSource(
                database.url(), database.username(), database.password().reveal(), true);
        Properties driver = new Properties();
        driver.setProperty("connectTimeout", SECONDS_TO_CONNECT);
        driver.setProperty("loginTimeout", SECONDS_TO_CONNECT);
        session.setConnectionProperties(driver);
        handle = Sql.on(session).open();
        handle.execute(SessionLimit.liftingForSession());
        copy = new StagingCopy(new BulkCopy(session), spill);
        tables.forEach(table -> hide(table.staging()));
        hide(StagingCopy.REJECTS);
    }

    private void hide(String staging) {
        handle.execute("create temp table %s (like %s)".formatted(staging, staging));
    }

    /** What a run would leave out. */
    ErasedOrders erased() {
        return ErasureList.read(handle);
    }

    /** Adds a batch; returns what the database would take of it. */
    StagedBatch add(StagedBatch batch) throws IOException {
        try {
            return copy.copy(batch);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** What the merge would do to each table. */
    List<TableMerge.Forecast> of(List<StagedTable> staged) {
        return staged.stream()
                .map(table -> new TableMerge(table.table()).forecast(handle))
                .toList();
    }

    @Override
    public void close() {
        handle.close();
        session.destroy();
    }
}
