package org.atelier.machinelogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.machinelogs.Plant.summaryOf;

import java.nio.file.Path;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the database refuses of one file or directory, outside of its sessions, fails that one alone. */
class UnstorableFilesTest {

    private static final String TIME = "2025-05-27T20:00:00Z";

    @TempDir
    Path directory;

    private Plant plant;

    @BeforeEach
    void open() throws Exception {
        plant = new Plant(directory);
        plant.log("DEM12 (PVC)/20250527.LOG", TIME, "20250527 08:00:00|@StukUitgevoerd: a");
        plant.log("SU12 (HYBRIDE)/20250527.LOG", TIME, "20250527 08:00:00|@StukUitgevoerd: b");
    }

    @AfterEach
    void close() {
        plant.close();
    }

    @Test
    void a_directory_whose_files_the_ledger_refuses_is_told_and_its_neighbours_load() throws Exception {
        plant.execute("alter table fichier_source add constraint refused check (chemin not like 'SU12%')");

        RunReport report = plant.run();

        assertThat(report.ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(summaryOf(report).notes())
                .anySatisfy(note -> assertThat(note)
                        .startsWith("SU12 (HYBRIDE): the ledger cannot keep")
                        .contains("refused"));
        assertThat(plant.one(String.class, "select chemin || ' ' || etat from fichier_source"))
                .isEqualTo("DEM12 (PVC)/20250527.LOG loaded");
        plant.execute("alter table fichier_source drop constraint refused");
        assertThat(plant.run().ending()).isEqualTo(RunEnding.OK);
        assertThat(plant.one(Long.class, "select count(*) from fichier_source where etat = 'loaded'"))
                .isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "facts | plan_fichier | etat <> 'fetched' or stable or evenements <> 2 | its facts cannot be stored",
                "plan of a day | plan_jour | jour <> '2025-05-26' | its days cannot be planned"
            })
    void a_file_that_the_plan_refuses_fails_alone(String what, String table, String check, String cause)
            throws Exception {
        plant.log(
                "DEMALU (ALU)/a.LOG",
                TIME,
                "20250526 08:00:00|@StukUitgevoerd: a",
                "20250526 09:00:00|@StukUitgevoerd: b");
        plant.execute("alter table " + table + " add constraint refused check (" + check + ")");

        RunReport report = plant.run();

        assertThat(report.ending()).as(what).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(plant.one(String.class, "select cause from fichier_source where etat = 'failed'"))
                .startsWith(cause)
                .contains("refused");
        assertThat(plant.one(Long.class, "select count(*) from fichier_source where etat = 'loaded'"))
                .isEqualTo(2);
        plant.execute("alter table " + table + " drop constraint refused");
        assertThat(plant.run().ending()).isEqualTo(RunEnding.OK);
    }
}
