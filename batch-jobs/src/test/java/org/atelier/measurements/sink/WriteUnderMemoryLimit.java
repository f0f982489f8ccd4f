package org.atelier.measurements.sink;

import java.nio.file.Path;
import org.atelier.bulk.BulkCopy;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Program of a test: writes a million points in a JVM of its own. Arguments: URL, user, password, spill directory. */
final class WriteUnderMemoryLimit {

    private static final int ROWS = 100_000;

    private WriteUnderMemoryLimit() {}

    public static void main(String[] arguments) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(arguments[0]);
        source.setUser(arguments[1]);
        source.setPassword(arguments[2]);
        MeasurementSink sink = new PostgresSink(
                Jdbi.create(new TransactionAwareDataSourceProxy(source)), new BulkCopy(source), Path.of(arguments[3]));
        new TransactionTemplate(new JdbcTransactionManager(source)).executeWithoutResult(status -> {
            try {
                System.out.println(sink.write(new ManyPoints(ROWS, 0)));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
