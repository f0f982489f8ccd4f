package org.atelier.machinelogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.machinelogs.Plant.summaryOf;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;
import org.atelier.fixtures.sftp.LeftOut;
import org.atelier.fixtures.sftp.SftpTestServer;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.atelier.settings.Secret;
import org.atelier.transfer.RemoteSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SFTP servers that leave attributes out: what can be loaded is, and what cannot fails alone with its cause. */
class SparseServersTest {

    private static final String TIME = "2025-05-27T20:00:00Z";

    @TempDir
    Path directory;

    private Plant plant;

    @BeforeEach
    void open() throws Exception {
        plant = new Plant(directory);
        plant.log("DEM12 (PVC)/20250526.LOG", TIME, "20250526 08:00:00|@StukUitgevoerd: 1");
        plant.log("DEM12 (PVC)/20250527.LOG", TIME, "20250527 08:00:00|@StukUitgevoerd: 2");
        plant.log("DEMALU/20250527.LOG", TIME, "20250527 08:00:00|@StukUitgevoerd: 3");
    }

    @AfterEach
    void close() {
        plant.close();
    }

    private SftpTestServer serve(Set<LeftOut> leftOut, Predicate<String> ofName) {
        SftpTestServer server =
                SftpTestServer.serving(plant.logs).leavingOut(leftOut, ofName).start();
        plant.sources(RemoteSource.parse(server.url())
                .withPassword(new Secret(server.password()))
                .withKnownHosts(server.writeKnownHosts(directory.resolve("known_hosts"))));
        return server;
    }

    @Test
    void without_types_every_file_loads() throws Exception {
        try (SftpTestServer server = serve(Set.of(LeftOut.PERMISSIONS, LeftOut.LONG_NAME), name -> true)) {
            RunReport report = plant.run();
            assertThat(report.cause()).isNull();
            assertThat(report.ending()).isEqualTo(RunEnding.OK);
            assertThat(summaryOf(report).figure("files", "loaded")).isEqualTo(3);
            assertThat(server.port()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = LeftOut.class,
            names = {"TIMES", "SIZE"})
    void a_file_without_a_time_or_a_size_fails_with_its_cause_and_the_others_load(LeftOut leftOut) throws Exception {
        String cause = leftOut == LeftOut.SIZE ? "does not tell the size of" : "does not tell the modification time of";
        try (SftpTestServer server = serve(Set.of(leftOut), "20250526.LOG"::equals)) {
            RunReport first = plant.run();
            assertThat(first.ending().exitCode()).isEqualTo(8);
            assertThat(summaryOf(first).figure("files", "loaded")).isEqualTo(2);
            assertThat(summaryOf(first).figure("files", "failed")).isEqualTo(1);
            RunReport second = plant.run();
            assertThat(second.ending().exitCode()).isEqualTo(8);
            assertThat(summaryOf(second).notes())
                    .anySatisfy(note -> assertThat(note)
                            .startsWith("DEM12 (PVC)/20250526.LOG")
                            .contains(cause));
            assertThat(plant.one(Integer.class, "select max(tentatives) from fichier_source"))
                    .isEqualTo(2);
            assertThat(server.port()).isPositive();
        }
    }

    @Test
    void a_file_whose_time_is_told_again_loads_at_the_next_run() throws Exception {
        try (SftpTestServer server = serve(Set.of(LeftOut.TIMES), name -> true)) {
            RunReport none = plant.run();
            assertThat(none.ending().exitCode()).isEqualTo(8);
            assertThat(summaryOf(none).figure("files", "failed")).isEqualTo(3);
            assertThat(server.port()).isPositive();
        }
        plant.sources(RemoteSource.parse(plant.logs.toUri().toString()));
        assertThat(plant.run().ending()).isEqualTo(RunEnding.OK);
        assertThat(plant.one(Integer.class, "select count(*) from session_production"))
                .isEqualTo(3);
    }
}
