package org.atelier.orders;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.atelier.fixtures.erp.ErpData;
import org.atelier.fixtures.erp.ErpSummary;
import org.atelier.fixtures.mysql.MysqlDatabase;
import org.atelier.fixtures.mysql.MysqlServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory does not grow with the number of orders. */
class BoundedMemoryTest {

    /** A tenth of the orders that must do with 256 MiB; all of them at once would need several times as much. */
    private static final String HEAP = "-Xmx64m";

    private static final int ORDERS = 100_000;

    @TempDir
    private Path directory;

    @Test
    void a_hundred_thousand_orders_are_synchronised_in_a_small_heap() throws Exception {
        try (MysqlDatabase source = MysqlServer.shared().createDatabase();
                Workshop workshop = new Workshop(source, directory)) {
            ErpSummary loaded = ErpData.seeded(3).orders(ORDERS).loadInto(source);

            assertThat(synchronise(source, workshop)).contains("ENDED OK");

            assertThat(workshop.rows("select max(commandes_lues) from plan_commandes"))
                    .containsExactly(String.valueOf(loaded.orders()));
            assertThat(loaded.joined()).isGreaterThan(400_000);
            assertThat(workshop.rows("select count(*) > 20000 from commandes_volets"))
                    .containsExactly("t");
        }
    }

    private String synchronise(MysqlDatabase source, Workshop workshop) throws Exception {
        Path output = directory.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        SyncUnderMemoryLimit.class.getName(),
                        workshop.databaseSettings().url(),
                        workshop.databaseSettings().username(),
                        workshop.databaseSettings().password().reveal(),
                        source.jdbcUrl(),
                        source.reader().username(),
                        source.reader().password(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return Files.readString(output, UTF_8);
    }
}
