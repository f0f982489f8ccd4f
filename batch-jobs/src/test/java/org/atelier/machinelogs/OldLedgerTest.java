package org.atelier.machinelogs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.atelier.migrations.Schema;
import org.atelier.migrations.SchemaStatus;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.atelier.run.RunTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database whose ledger held log files only is brought over, in the middle of what a killed run was at. */
class OldLedgerTest {

    private static final String BAD = "SU12 (HYBRIDE)/bad.LOG";
    private static final String WHEN = "2025-05-20T20:00:00Z";

    /** The change sets that made the ledger one for files of any job, the last one first. */
    private static final List<String> TAKEN_BACK = List.of("plan_fichier_log", "fichier_log", "fichier_source-job");

    private static final String LEDGER = """
            select chemin || '|' || etat || '|' || tentatives || '|' || coalesce(jours_debut::text, '') || '|'
                   || coalesce(jours_evenements::text, '') || '|' || coalesce(debut_jour::text, '') || '|'
                   || coalesce(controle, '') || '|' || coalesce(encode(entete, 'escape'), '') as r
            """;

    private static final String PLAN = """
            select fichier_id || '|' || etat || '|' || coalesce(jours_debut::text, '') || '|'
                   || coalesce(jours_evenements::text, '') || '|' || coalesce(debut_jour::text, '') || '|'
                   || relu || '|' || coalesce(controle, '') || '|' || coalesce(encode(entete, 'escape'), '') as r
            """;

    @TempDir
    Path directory;

    @Test
    void the_half_done_plan_of_a_killed_run_comes_to_the_same_rows() throws Exception {
        String undisturbed = undisturbed();
        try (Plant plant = new Plant(directory.resolve("old")).workers(1)) {
            loaded(plant);
            RunReport killed = halfDone(more(plant));
            assertThat(plant.one(
                            Integer.class,
                            "select count(distinct etat) from plan_jour where ordre = ("
                                    + "select max(ordre) from plan_jour)"))
                    .isEqualTo(2);

            takeBack(plant);
            assertThat(column(
                            plant,
                            "select attname::text from pg_attribute where attrelid = 'fichier_source'::regclass"
                                    + " and attname in ('job', 'debut_jour') and not attisdropped"))
                    .containsExactly("debut_jour");
            List<String> ledger = column(plant, LEDGER + " from fichier_source order by r");
            List<String> plan = column(plant, PLAN + " from plan_fichier order by r");
            assertThat(ledger)
                    .anyMatch(row -> row.contains("|quarantined|5|"))
                    .anyMatch(row -> row.contains("lines are rejected"))
                    .anyMatch(row -> row.contains("|00:00:00|"));
            assertThat(plan).anyMatch(row -> row.contains("|fetched|{"));

            update(plant);

            assertThat(column(
                            plant, LEDGER + " from fichier_source left join fichier_log on fichier_id = id order by r"))
                    .isEqualTo(ledger);
            assertThat(
                            column(
                                    plant,
                                    PLAN
                                            + " from plan_fichier join plan_fichier_log using (job_instance_id, fichier_id) order by r"))
                    .isEqualTo(plan.stream()
                            .filter(row -> !row.contains("|failed|"))
                            .toList());
            assertThat(column(plant, "select distinct job from fichier_source")).containsExactly("machine-logs");
            RunReport rest = plant.run(new RunTarget.Resume(killed.execution()), "machine-logs");
            assertThat(rest.ending()).as("%s", rest.cause()).isEqualTo(RunEnding.OK);
            assertThat(plant.tableHash()).isEqualTo(undisturbed);
            assertThat(plant.later(Duration.ofMinutes(5)).run().ending()).isEqualTo(RunEnding.OK);
            assertThat(column(
                            plant, "select etat || lignes_retenues from fichier_source where chemin like '%held.LOG'"))
                    .containsExactly("loaded0");
        }
    }

    /** A run that ended in the middle of its days, all of its files fetched. */
    private static RunReport halfDone(Plant plant) throws Exception {
        plant.execute("create function full_disk() returns trigger language plpgsql as $$ begin"
                + " if new.date_production = '2025-05-14' then raise 'no room' using errcode = 'disk_full'; end if;"
                + " return new; end $$");
        plant.execute("create trigger full_disk before insert on session_production"
                + " for each row execute function full_disk()");
        RunReport ended = plant.run();
        assertThat(ended.ending()).isEqualTo(RunEnding.FAILED);
        plant.execute("drop function full_disk cascade");
        return ended;
    }

    private String undisturbed() throws Exception {
        try (Plant plant = new Plant(directory.resolve("undisturbed"))) {
            loaded(plant);
            assertThat(more(plant).run().ending()).isEqualTo(RunEnding.OK);
            return plant.tableHash();
        }
    }

    /** Loaded files, one held, one that repeats another, one that failed the quality gate and one in quarantine. */
    private static void loaded(Plant plant) throws Exception {
        String event = "20250505 08:00:00|@StukUitgevoerd: a";
        plant.log("DEM12 (PVC)/20250505.LOG", WHEN, event, "20250505 09:00:00|@StukUitgevoerd: b", "broken");
        plant.log("DEM12 (PVC)/begins.LOG", WHEN, event);
        plant.bytes("DEM12 (PVC)/held.LOG", WHEN, (event.replace("0505", "0506") + "\n" + event).getBytes(UTF_8));
        plant.log(
                "DEM12 (PVC)/20250507.LOG",
                WHEN,
                Stream.concat(
                                Stream.of(event.replace("0505", "0507")),
                                Stream.generate(() -> "broken").limit(200))
                        .toArray(String[]::new));
        for (int attempt = 0; attempt < 5; attempt++) {
            plant.log(BAD, WHEN, event);
            plant.afterListing(() -> plant.delete(BAD));
            assertThat(plant.run().ending()).isEqualTo(RunEnding.WITH_ERRORS);
        }
        plant.log(BAD, WHEN, event);
    }

    private static Plant more(Plant plant) throws Exception {
        for (int day = 10; day < 20; day++) {
            plant.log(
                    "DEM12 (PVC)/202505" + day + ".LOG",
                    "2025-05-" + day + "T20:00:00Z",
                    "202505" + day + " 08:00:00|@StukUitgevoerd: first of " + day,
                    "broken",
                    "202505" + day + " 09:00:00|@StukUitgevoerd: last of " + day);
        }
        return plant;
    }

    /** Says before what it will do, and does it. */
    private static void update(Plant plant) throws Exception {
        try (Connection connection = plant.sql().open().getConnection()) {
            SchemaStatus status = Schema.status(connection);
            assertThat(status.state()).isEqualTo(SchemaStatus.State.PENDING);
            assertThat(status.pending())
                    .containsSubsequence(
                            "db/changelog/files/001-any-job.sql::fichier_source-job::atelier",
                            "db/changelog/machinelogs/008-log-files.sql::fichier_log::atelier",
                            "db/changelog/machinelogs/008-log-files.sql::plan_fichier_log::atelier");
            assertThat(Schema.pendingSql(connection))
                    .contains("insert into fichier_log", "insert into plan_fichier_log");
            Schema.update(connection, false);
            assertThat(Schema.status(connection).state()).isEqualTo(SchemaStatus.State.CURRENT);
        }
    }

    /** By the roll-back that the change sets have. */
    private static void takeBack(Plant plant) throws Exception {
        for (String set : TAKEN_BACK) {
            plant.execute(rollback(set) + "delete from databasechangelog where id = '" + set + "'");
        }
    }

    private static String rollback(String set) throws Exception {
        StringBuilder statements = new StringBuilder();
        for (String file : List.of("files/001-any-job.sql", "machinelogs/008-log-files.sql")) {
            try (InputStream in = Schema.class.getResourceAsStream("/db/changelog/" + file)) {
                String[] sets = new String(in.readAllBytes(), UTF_8).split("--changeset atelier:", -1);
                Stream.of(sets)
                        .filter(text -> text.startsWith(set + "\n"))
                        .flatMap(String::lines)
                        .filter(line -> line.startsWith("--rollback "))
                        .forEach(line -> statements
                                .append(line.substring("--rollback ".length()))
                                .append('\n'));
            }
        }
        assertThat(statements).isNotEmpty();
        return statements.toString();
    }

    private static List<String> column(Plant plant, String query) {
        return plant.sql()
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(String.class).list());
    }
}
