package org.atelier.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.atelier.fixtures.erp.Erp;
import org.atelier.fixtures.erp.ErpData;
import org.atelier.fixtures.mysql.MysqlDatabase;
import org.atelier.fixtures.mysql.MysqlServer;
import org.atelier.run.RunEnding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who reads the tables during a run sees the old state or the new one. */
class ReadersTest {

    private static final String LOOK = "select (select count(*) from commandes_volets_roulants) || ' '"
            + " || (select count(*) from commandes_volets) || ' '"
            + " || coalesce((select string_agg(distinct affaire, ',') from commandes_volets), 'none')";

    @TempDir
    private Path directory;

    @Test
    void nobody_sees_an_empty_a_half_or_a_mixed_state() throws Exception {
        try (MysqlDatabase source = MysqlServer.shared().createDatabase();
                Workshop workshop = new Workshop(source, directory);
                Erp erp = workshop.erp()) {
            erp.execute("drop table A_Kopf, A_Logbuch, P_Zubeh, A_Vorgang");
            ErpData.seeded(4).orders(2_000).loadInto(source);
            AtomicBoolean over = new AtomicBoolean();
            CompletableFuture<Set<String>> seen = CompletableFuture.supplyAsync(() -> looks(workshop, over));
            Set<String> states = new TreeSet<>(workshop.rows(LOOK));
            for (int round = 1; round <= 4; round++) {
                erp.execute("update A_Kopf set Kommission = '" + "round " + round + "'");
                erp.execute("delete from A_Kopf where AuNummer % 40 = " + round);
                assertThat(workshop.run().ending()).isEqualTo(RunEnding.OK);
                states.addAll(workshop.rows(LOOK));
            }
            over.set(true);
            assertThat(states).hasSize(5);
            assertThat(seen.get()).isSubsetOf(states).hasSizeGreaterThan(1);
        }
    }

    private static Set<String> looks(Workshop workshop, AtomicBoolean over) {
        Set<String> seen = new TreeSet<>();
        workshop.sql().useHandle(handle -> {
            while (!over.get()) {
                seen.add(handle.createQuery(LOOK).mapTo(String.class).one());
            }
        });
        return seen;
    }
}
