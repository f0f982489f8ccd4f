package org.atelier.measurements;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.atelier.ReadyDatabase;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.settings.Secret;
import org.atelier.sql.DatabaseSettings;
import org.jdbi.v3.core.Jdbi;

/** The database of boxes for a test, and what runs left in it. */
class BoxesDatabase implements AutoCloseable {

    private static final List<String> SERIES = List.of(
            "campagne",
            "appareil",
            "voie",
            "mesure_electrique",
            "mesure_horaire",
            "mesure_journaliere",
            "mesure_hebdomadaire");

    final TestDatabase database = ReadyDatabase.create();

    Jdbi sql() {
        return Jdbi.create(database.dataSource());
    }

    void execute(String statement) {
        sql().useHandle(handle -> handle.execute(statement));
    }

    <T> T one(Class<T> type, String query) {
        return sql().withHandle(handle -> handle.createQuery(query).mapTo(type).one());
    }

    long count(String table) {
        return one(Long.class, "select count(*) from " + table);
    }

    /** The rows of a query, values parted by bars, times in UTC. */
    List<String> rows(String query) {
        return sql().withHandle(handle -> {
            handle.execute("set time zone 'UTC'");
            return handle.createQuery("select concat_ws('|', variadic array(select value from json_each_text("
                            + "row_to_json(q)) with ordinality j (key, value, n) order by n)) from (" + query + ") q")
                    .mapTo(String.class)
                    .list();
        });
    }

    /** Every row of the series and their means, with the transaction that wrote it. */
    List<String> versions() {
        return SERIES.stream()
                .flatMap(table -> rows("select '" + table + "' as t, xmin::text as x, ctid::text as c, t as row from "
                                + table + " t order by t")
                        .stream())
                .toList();
    }

    /** Stored points: channel, time of day, value, in the order of channels and times. */
    List<String> points() {
        return rows("select channel_id, to_char(horodatage at time zone 'UTC', 'DD HH24:MI:SS') as t, valeur"
                + " from v_mesure order by bucket, campagne, channel_id, channel_name, horodatage");
    }

    /** A hash of everything the job writes into the contract's tables, without keys and times of writing. */
    String seriesHash() throws IOException {
        try (var query = BoxesDatabase.class.getResourceAsStream("/org/atelier/fixtures/series-hash.sql")) {
            return one(String.class, new String(query.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    DatabaseSettings databaseSettings() {
        return new DatabaseSettings(database.jdbcUrl(), database.username(), new Secret(database.password()));
    }

    @Override
    public void close() {
        database.close();
    }
}
