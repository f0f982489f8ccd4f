package org.atelier.launcher.survive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.atelier.launcher.ForkedProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectsReplayIT {

    @TempDir
    Path directory;

    @Test
    void files_with_rejects_are_read_again_and_those_without_are_left_alone() throws Exception {
        try (Site site = Site.open(directory)) {
            site.writeRejects(20, 3);
            site.writeRejects(21, 2);
            site.run(0, "run", "machine-logs");
            String hash = site.workshop.tableHash();
            site.workshop.execute("update ligne_rejetee set contenu = 'of an older parser'");
            ForkedProcess replayed = site.run(0, "rejects", "replay", "machine-logs", "--file", "20250520.LOG");
            assertThat(replayed.out()).contains("taken=1", "rejected=3");
            assertThat(site.one("select count(*) from ligne_rejetee where contenu like 'of%'"))
                    .isEqualTo("2");
            String shown = "line-" + site.one("select id from ligne_rejetee where contenu like 'of%' limit 1");
            assertThat(site.follow(site.ask(0, "rejects", "show", shown), "atelier rejects", 0)
                            .out())
                    .contains("taken=1", "rejected=2");
            assertThat(site.workshop.tableHash()).isEqualTo(hash);
        }
    }
}
