package org.atelier.machinelogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.machinelogs.Plant.summaryOf;

import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.atelier.files.LedgerEdit;
import org.atelier.fixtures.fault.FaultProxy;
import org.atelier.run.DayRange;
import org.atelier.run.Rebuild;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.atelier.run.RunTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A day whose data its columns do not hold: its files fail with the cause, the others load, whatever happens. */
class UnstorableDayTest {

    private static final String BAD = "DEM12 (PVC)/20250506.LOG";
    private static final String TIME = "2025-05-27T20:00:00Z";
    private static final String DOES_NOT_FIT = "temps_attente of DEM12@2025-05-06 does not fit";
    private static final String WIDER =
            "drop view v_session cascade; alter table session_production alter temps_attente type numeric(20,4)";
    private static final RunTarget.Range EVERY_DAY =
            new RunTarget.Range(new DayRange(LocalDate.of(2025, 5, 1), LocalDate.of(2025, 5, 31)), false, Rebuild.ALL);

    @TempDir
    Path directory;

    private Plant plant;

    @BeforeEach
    void open() throws Exception {
        plant = new Plant(directory);
        plant.log("DEM12 (PVC)/20250505.LOG", TIME, piece("20250505", "good"));
        plant.log("SU12 (HYBRIDE)/20250506.LOG", TIME, piece("20250506", "good"));
    }

    @AfterEach
    void close() {
        plant.close();
    }

    private static String piece(String day, String details) {
        return day + " 08:00:00|@StukUitgevoerd: " + details;
    }

    /** A controller that writes milliseconds where seconds belong: each wait may be true, their sum is not. */
    private static String[] milliseconds(String... before) {
        List<String> lines = new ArrayList<>(List.of(before));
        lines.add(piece("20250506", "first"));
        for (int n = 0; n < 6_100; n++) {
            lines.add("20250506 09:00:00|@MachineWait: 600000 sec");
        }
        return lines.toArray(String[]::new);
    }

    private String etat(String path) {
        return plant.one(
                String.class, "select etat || ' ' || tentatives from fichier_source where chemin = '" + path + "'");
    }

    private String pieces() {
        return plant.one(
                String.class,
                "select string_agg(date_production || ' ' || total_pieces, ', ' order by date_production)"
                        + " from session_production join centre_usinage c on c.id = centre_usinage_id"
                        + " where c.nom = 'DEM12'");
    }

    private void requeue(String path) throws SQLException {
        long file = plant.one(Long.class, "select id from fichier_source where chemin = '" + path + "'");
        plant.sql().useHandle(handle -> new LedgerEdit(handle.getConnection()).requeue(List.of(file)));
    }

    @Test
    void it_fails_its_file_with_column_centre_and_day_and_is_left_alone_after_five_attempts() throws Exception {
        plant.log(BAD, TIME, milliseconds());

        RunReport first = plant.run();

        assertThat(first.ending().exitCode()).isEqualTo(8);
        assertThat(summaryOf(first).figure("files", "loaded")).isEqualTo(2);
        assertThat(summaryOf(first).notes()).anySatisfy(note -> assertThat(note).startsWith(BAD + ": " + DOES_NOT_FIT));
        assertThat(plant.one(Integer.class, "select count(*) from session_production"))
                .isEqualTo(2);
        for (int attempt = 2; attempt <= 5; attempt++) {
            assertThat(plant.run().ending()).isEqualTo(RunEnding.WITH_ERRORS);
        }
        assertThat(etat(BAD)).isEqualTo("quarantined 5");
        assertThat(plant.run().ending()).isEqualTo(RunEnding.OK);

        plant.execute(WIDER);
        requeue(BAD);
        assertThat(plant.run().ending()).isEqualTo(RunEnding.OK);
        assertThat(etat(BAD)).isEqualTo("loaded 0");
        assertThat(pieces()).isEqualTo("2025-05-05 1, 2025-05-06 1");
    }

    @Test
    void a_good_day_of_its_file_keeps_its_events_also_when_it_is_built_again_without_the_file() throws Exception {
        plant.log(BAD, TIME, milliseconds(piece("20250505", "of the bad file")));
        assertThat(plant.run().ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(pieces()).isEqualTo("2025-05-05 2");
        plant.delete(BAD);
        plant.log("DEM12 (PVC)/late.LOG", TIME, piece("20250505", "late"));

        assertThat(plant.run().ending()).isEqualTo(RunEnding.OK);

        assertThat(pieces()).isEqualTo("2025-05-05 3");
        assertThat(etat(BAD)).isEqualTo("failed 1");
    }

    @Test
    void a_file_that_grew_bad_leaves_the_day_as_it_was_and_mends_it_once_it_is_right() throws Exception {
        plant.log(BAD, TIME, piece("20250506", "of noon"));
        plant.run();
        plant.log(BAD, "2025-05-27T21:00:00Z", milliseconds(piece("20250506", "of noon")));
        assertThat(plant.run().ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(pieces()).isEqualTo("2025-05-05 1, 2025-05-06 1");

        plant.log(BAD, "2025-05-27T22:00:00Z", milliseconds(piece("20250506", "of noon")));
        assertThat(plant.run().ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(etat(BAD)).isEqualTo("failed 1");
        plant.execute(WIDER);

        assertThat(plant.run().ending()).isEqualTo(RunEnding.OK);
        assertThat(pieces()).isEqualTo("2025-05-05 1, 2025-05-06 2");
    }

    @Test
    void a_backfill_builds_the_other_days_and_says_which_one_it_does_not() throws Exception {
        plant.log(BAD, TIME, milliseconds());
        plant.run();

        RunReport backfill = plant.run(EVERY_DAY, "machine-logs");

        assertThat(backfill.ending()).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(summaryOf(backfill).figure("sessions", "unchanged")).isEqualTo(2);
        assertThat(summaryOf(backfill).figure("sessions", "failed")).isEqualTo(1);
        assertThat(summaryOf(backfill).notes())
                .anySatisfy(note -> assertThat(note)
                        .startsWith("DEM12@2025-05-06 is not built: ")
                        .contains(DOES_NOT_FIT));
        plant.execute(WIDER);
        assertThat(plant.run(new RunTarget.Range(EVERY_DAY.days(), true, Rebuild.ALL), "machine-logs")
                        .ending())
                .isEqualTo(RunEnding.OK);
        assertThat(pieces()).isEqualTo("2025-05-05 1, 2025-05-06 1");
    }

    @Test
    void attempts_of_a_shard_are_counted_too() throws Exception {
        plant.log(BAD, TIME, milliseconds());
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(plant.run(new RunTarget.Tick(), "machine-logs#1/1").ending())
                    .isEqualTo(RunEnding.WITH_ERRORS);
        }
        assertThat(etat(BAD)).isEqualTo("quarantined 5");
        assertThat(plant.run(new RunTarget.Tick(), "machine-logs#1/1").ending()).isEqualTo(RunEnding.OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ROLLBACK TO;COMMIT", "update plan_jour set etat = 'failed'", "tentatives + 1;COMMIT"})
    void a_connection_that_is_cut_while_it_fails_changes_nothing_of_it(String texts) throws Exception {
        plant.log(BAD, TIME, milliseconds());
        try (FaultProxy proxy = FaultProxy.of(plant.databasePort())) {
            plant.databasePort(proxy.port());
            proxy.cutAt(FaultProxy.Side.CLIENT, texts.split(";"));

            RunReport cut = plant.run();

            assertThat(proxy.cuts()).isEqualTo(1);
            assertThat(cut.ending()).as("%s", cut.cause()).isIn(RunEnding.UNREACHABLE, RunEnding.WITH_ERRORS);
            assertThat(plant.databaseDirectly().run().ending()).isEqualTo(RunEnding.WITH_ERRORS);
        }
        assertThat(plant.one(Long.class, "select count(*) from fichier_source where etat = 'loaded'"))
                .isEqualTo(2);
        assertThat(plant.one(String.class, "select cause from fichier_source where etat = 'failed'"))
                .startsWith(DOES_NOT_FIT);
        assertThat(pieces()).isEqualTo("2025-05-05 1");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "job_profil.longueur of DEM12@2025-05-06 does not fit | numbers |"
                        + " alter table job_profil alter longueur type numeric(6,2)",
                "piece_production.details of DEM12@2025-05-06 does not fit | texts |"
                        + " alter table piece_production alter details type varchar(4)",
                "index row | limits of an index | create index on job_profil (reference)",
                "not on this day | a constraint that waits for the commit | create constraint trigger later"
                        + " after insert on session_production deferrable initially deferred for each row"
                        + " when (new.date_production = '2025-05-06' and new.total_pieces = 2)"
                        + " execute function refuse()",
                "violates check constraint | a count that is refused | alter table session_production"
                        + " add check (evenements ->> 'Rare' is null)",
                "not on this day | a trigger of the plant | create trigger refuse before insert on session_production"
                        + " for each row when (new.date_production = '2025-05-06' and new.total_pieces = 2)"
                        + " execute function refuse()"
            })
    void the_others_load_whatever_the_database_refuses(String cause, String what, String statement) throws Exception {
        plant.execute("create function refuse() returns trigger language plpgsql as"
                + " $$ begin raise exception 'not on this day' using errcode = 'check_violation'; end $$");
        plant.execute(statement);
        plant.log(BAD, TIME, odd());

        RunReport report = plant.run();

        assertThat(report.ending()).as(what).isEqualTo(RunEnding.WITH_ERRORS);
        assertThat(plant.one(String.class, "select cause from fichier_source where etat = 'failed'"))
                .contains("DEM12@2025-05-06", cause);
        assertThat(plant.one(Long.class, "select count(*) from fichier_source where etat = 'loaded'"))
                .isEqualTo(2);
    }

    /** A day that every one of the refusals meets. */
    private static String[] odd() {
        String random = new BigInteger(60_000, new Random(1)).toString(36);
        return new String[] {
            piece("20250506", "first and long"),
            "20250506 08:10:00|@JobProfiel: R:" + random + " L:99999 C:x",
            "20250506 08:20:00|@Rare",
            piece("20250506", "last")
        };
    }
}
