package org.atelier.machinelogs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job from log files to tables, against a real PostgreSQL. */
class MachineLogJobTest {

    private static final String[] EXAMPLE = {
        "20250527 08:00:00|@StukUitgevoerd: première pièce",
        "20250527 08:30:00|@MachineWait: 600 sec",
        "20250527 09:00:00|@MachineStop: pause",
        "20250527 09:15:00|@MachineStart:",
        "20250527 10:00:00|@StukUitgevoerd",
    };

    @TempDir
    Path directory;

    @Test
    void the_worked_example_of_the_specification_comes_out_exactly() throws Exception {
        try (Plant plant = new Plant(directory)) {
            plant.log("DEM12 (PVC)/20250527.LOG", "2025-05-27T20:00:00Z", EXAMPLE);

            RunReport report = plant.run();

            assertThat(report.cause()).isNull();
            assertThat(report.ending()).isEqualTo(RunEnding.OK);
            assertThat(plant.rows("""
                            select c.nom, c.type_cu, s.date_production::text as jour, s.total_pieces,
                                   s.duree_production_totale::text as total, s.temps_attente::text as attente,
                                   s.temps_arret_volontaire::text as arret, s.temps_production_effectif::text as effectif,
                                   s.taux_occupation::text as occupation, s.taux_attente::text as t_attente,
                                   s.taux_arret_volontaire::text as t_arret, s.fichier_log_source as fichiers,
                                   s.evenements::text as evenements, s.avertissements::text as avertissements
                              from session_production s join centre_usinage c on c.id = s.centre_usinage_id
                            """).toString())
                    .isEqualTo(
                            "[{nom=DEM12, type_cu=PVC, jour=2025-05-27, total_pieces=2, total=2.0000, attente=0.1667, "
                                    + "arret=0.2500, effectif=1.5833, occupation=79.17, t_attente=8.33, t_arret=12.50, "
                                    + "fichiers=DEM12 (PVC)/20250527.LOG, evenements={\"MachineStop\": 1, \"MachineWait\": 1, "
                                    + "\"MachineStart\": 1, \"StukUitgevoerd\": 2}, avertissements={}}]");
        }
    }
}
