package org.atelier.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.atelier.fixtures.erp.ErpData;
import org.atelier.fixtures.fault.FaultProxy;
import org.atelier.fixtures.mysql.MysqlDatabase;
import org.atelier.fixtures.mysql.MysqlServer;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cut off from either server anywhere, a run comes to the state of an undisturbed one. */
class CutOffTest {

    @TempDir
    private Path directory;

    private static final MysqlDatabase SOURCE = MysqlServer.shared().createDatabase();

    private static List<String> undisturbed;

    private Workshop workshop;

    @BeforeAll
    static void synchroniseUndisturbed(@TempDir Path elsewhere) throws Exception {
        ErpData.seeded(9).orders(3_000).withEverythingOdd().loadInto(SOURCE);
        try (Workshop other = new Workshop(SOURCE, elsewhere)) {
            assertThat(other.run().ending()).isEqualTo(RunEnding.OK);
            undisturbed = other.state();
        }
    }

    @AfterAll
    static void dropSource() {
        SOURCE.close();
    }

    @BeforeEach
    void open() throws Exception {
        workshop = new Workshop(SOURCE, directory);
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {20_000, 150_000, 400_000})
    void the_erp_gone_in_the_middle_of_the_stream_is_read_anew_in_the_same_run(long bytes) throws Exception {
        isReadAgain(bytes, workshop::sourcePort);
    }

    @ParameterizedTest
    @ValueSource(longs = {20_000, 60_000})
    void so_it_is_when_the_stream_is_compressed(long bytes) throws Exception {
        isReadAgain(bytes, workshop::compressedSourcePort);
    }

    private void isReadAgain(long bytes, IntFunction<Workshop> through) throws Exception {
        try (FaultProxy proxy = FaultProxy.of(workshop.sourcePort())) {
            proxy.cutAfter(FaultProxy.Side.SERVER, bytes);

            RunReport report = through.apply(proxy.port()).run();

            assertThat(proxy.cuts()).isEqualTo(1);
            assertThat(report.ending()).as("%s", report).isEqualTo(RunEnding.OK);
            assertThat(workshop.rows("select status from batch_job_execution order by job_execution_id"))
                    .containsExactly("FAILED", "COMPLETED");
            assertThat(workshop.state()).isEqualTo(undisturbed);
        }
    }

    @Test
    void an_erp_that_stays_away_ends_the_run_as_unreachable_and_touches_nothing() throws Exception {
        workshop.run();
        List<String> before = workshop.rows("select xmin, * from commandes_volets order by id_commande");
        try (FaultProxy proxy = FaultProxy.of(workshop.sourcePort())) {
            proxy.refusing(true);
            RunReport report = workshop.sourcePort(proxy.port()).run();
            assertThat(report.ending()).isEqualTo(RunEnding.UNREACHABLE);
        }
        assertThat(workshop.rows("select xmin, * from commandes_volets order by id_commande"))
                .isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "CLIENT | truncate etape",
                "CLIENT | copy etape_commandes_volets",
                "CLIENT | insert into commandes_volets",
                "CLIENT | insert into commandes_volets;COMMIT",
                "CLIENT | insert into commandes_volets;COMMIT;COMMIT",
            })
    void the_database_cut_off_at(FaultProxy.Side side, String texts) throws Exception {
        try (FaultProxy proxy = FaultProxy.of(workshop.databasePort())) {
            workshop.databasePort(proxy.port());
            proxy.cutAt(side, texts.split(";", -1));

            RunReport cut = workshop.run();

            assertThat(proxy.cuts()).isEqualTo(1);
            assertThat(cut.ending()).as("%s", cut.cause()).isIn(RunEnding.UNREACHABLE, RunEnding.OK);
        }
        assertThat(workshop.directly().run().ending()).isEqualTo(RunEnding.OK);
        assertThat(workshop.state()).isEqualTo(undisturbed);
        assertThat(workshop.rows("select count(*) from etape_commandes_volets")).containsExactly("0");
    }
}
