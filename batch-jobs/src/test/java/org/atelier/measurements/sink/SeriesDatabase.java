package org.atelier.measurements.sink;

import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.atelier.ReadyDatabase;
import org.atelier.bulk.BulkCopy;
import org.atelier.fixtures.postgres.TestDatabase;
import org.jdbi.v3.core.Jdbi;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A real database with the schema, and a sink that writes to it, a transaction a file. */
final class SeriesDatabase implements AutoCloseable {

    /** All rows of a table with who wrote them last: equal twice when nothing was touched between. */
    private static final List<String> TABLES = List.of(
            "campagne",
            "appareil",
            "voie",
            "mesure_electrique",
            "mesure_horaire",
            "mesure_journaliere",
            "mesure_hebdomadaire");

    final TestDatabase database = ReadyDatabase.create();
    final TransactionTemplate transaction;
    final PostgresSink sink;
    private final Jdbi sql;

    SeriesDatabase(Path spill) {
        DataSource source = database.dataSource();
        this.sql = Jdbi.create(source);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        this.sink =
                new PostgresSink(Jdbi.create(new TransactionAwareDataSourceProxy(source)), new BulkCopy(source), spill);
    }

    Stored write(FilePoints file) {
        Stored stored = transaction.execute(status -> {
            try {
                return sink.write(file);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        if (stored == null) {
            throw new IllegalStateException("nothing was said");
        }
        return stored;
    }

    /** The rows of a query, values parted by bars. */
    List<String> rows(String query) {
        return sql.withHandle(handle -> {
            handle.execute("set time zone 'UTC'");
            return handle.createQuery("select concat_ws('|', variadic array(select value from json_each_text("
                            + "row_to_json(q)) with ordinality j (key, value, n) order by n)) from (" + query + ") q")
                    .mapTo(String.class)
                    .list();
        });
    }

    void execute(String statement) {
        sql.useHandle(handle -> handle.execute(statement));
    }

    List<String> plan(String query) {
        return sql.withHandle(
                handle -> handle.createQuery(query).mapTo(String.class).list());
    }

    /** Every row with the transaction that wrote it. */
    List<String> versions() {
        return TABLES.stream()
                .flatMap(table ->
                        rows("select '" + table + "' as t, xmin::text as x, t as row from " + table + " t order by t")
                                .stream())
                .toList();
    }

    /** Every measurement and mean, by names instead of keys. */
    List<String> content() {
        return TABLES.subList(3, 7).stream()
                .flatMap(table -> rows("select '" + table + "' as t, channel_id, channel_name, t.* from " + table
                                + " t join voie on id = voie_id order by 1, 2, 3, 5")
                        .stream()
                        .map(row -> row.replaceFirst("^(\\w+\\|[^|]*\\|[^|]*)\\|\\d+", "$1")))
                .toList();
    }

    @Override
    public void close() {
        database.close();
    }
}
