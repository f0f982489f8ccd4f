package org.atelier.measurements.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.atelier.ReadyDatabase;
import org.atelier.bulk.BulkCopy;
import org.atelier.bulk.CopyRows;
import org.atelier.fixtures.postgres.TestDatabase;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Means made while points go by, and means made by PostgreSQL. */
class KeepMeansTest {

    private static final long START = 1_773_136_800L;

    @TempDir
    Path directory;

    private final TestDatabase database = ReadyDatabase.create();
    private Connection connection;
    private Jdbi jdbi;
    private BulkCopy bulk;

    @BeforeEach
    void open() throws SQLException {
        connection = database.connect();
        connection.setAutoCommit(false);
        jdbi = Jdbi.create(connection);
        bulk = new BulkCopy(new SingleConnectionDataSource(connection, true));
        jdbi.useHandle(handle -> handle.execute("create table of_any_time partition of mesure_electrique default"));
    }

    @AfterEach
    void close() throws SQLException {
        connection.rollback();
        connection.close();
        database.close();
    }

    /** Both ways give the same bits; the means, by hour. */
    private List<Double> means(double... values) throws SQLException, IOException {
        try (FileMeans means = new FileMeans(new long[] {7}, directory);
                CopyRows rows = new CopyRows(directory)) {
            for (int n = 0; n < values.length; n++) {
                long time = START + n * 700L;
                rows.row(3).bigint(7).instant(time).float8(values[n]);
                means.add(0, time, values[n]);
            }
            means.end();
            bulk.copy("mesure_electrique (voie_id, horodatage, valeur)", rows);
            means.copy(bulk);
            List<String> ofFile = rows("select t::text from %s t order by fenetre");
            jdbi.useHandle(handle -> {
                for (Level level : Level.values()) {
                    handle.execute("truncate " + level.table());
                }
            });
            new KeepMeans(jdbi, bulk).ofRows("mesure_electrique");
            assertThat(rows("select t::text from %s t order by fenetre")).isEqualTo(ofFile);
            List<String> before = rows("select (ctid, t)::text from %s t order by fenetre");
            new KeepMeans(jdbi, bulk).ofFile(means);
            assertThat(rows("select (ctid, t)::text from %s t order by fenetre"))
                    .isEqualTo(before);
        }
        return jdbi.withHandle(handle -> handle.createQuery("select moyenne from mesure_horaire order by fenetre")
                .mapTo(Double.class)
                .list());
    }

    private List<String> rows(String query) {
        return Arrays.stream(Level.values())
                .flatMap(level -> jdbi
                        .<List<String>, RuntimeException>withHandle(
                                handle -> handle.createQuery(query.formatted(level.table()))
                                        .mapTo(String.class)
                                        .list())
                        .stream())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void are_the_same_to_the_last_bit(long seed) throws Exception {
        Random random = new Random(seed);
        double[] values = DoubleStream.generate(() -> random.nextGaussian() * Math.pow(10, random.nextInt(12)))
                .limit(3_000)
                .toArray();
        assertThat(means(values)).hasSizeGreaterThan(500);
    }

    @Test
    void of_zeros_the_later_one_is_the_smallest_and_the_largest() throws Exception {
        assertThat(means(0.0, -0.0, 0.0, -0.0)).containsExactly(0.0);
    }

    @Test
    void values_near_the_ends_of_a_double_have_means_too() throws Exception {
        assertThat(means(1e300, 1e300, Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE, 1))
                .hasSize(1)
                .allMatch(mean -> mean > Double.MAX_VALUE / 2 && mean < Double.MAX_VALUE);
    }

    @Test
    void the_largest_number_is_the_mean_of_itself() throws Exception {
        double most = Double.MAX_VALUE;
        assertThat(means(most, most, most, most, most, most)).containsExactly(most);
    }

    @Test
    void opposite_ends_cancel_out_and_the_smallest_numbers_count_nothing_beside_them() throws Exception {
        double most = Double.MAX_VALUE;
        assertThat(means(most, -most, Double.MIN_VALUE, 1e-320, -1e200, 1e200)).containsExactly(0.0);
    }

    @Test
    void the_smallest_numbers_have_a_mean() throws Exception {
        assertThat(means(Double.MIN_VALUE, Double.MIN_VALUE, 0, 0, 0)).containsExactly(0.0);
    }
}
