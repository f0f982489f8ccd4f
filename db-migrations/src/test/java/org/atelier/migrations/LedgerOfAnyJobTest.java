package org.atelier.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.junit.jupiter.api.Test;

/** The schema that knew log files only, with rows as its program wrote them, is brought over and back. */
class LedgerOfAnyJobTest {

    private static final int BEFORE = position("db/changelog/files/001-any-job.sql::fichier_source-job::atelier");

    private static final String COLUMNS = """
            select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull
                   || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '') || ' ' || coalesce(col_description(c.oid, a.attnum), '')
              from pg_class c join pg_attribute a on a.attrelid = c.oid
              left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
             where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'S') and a.attnum > 0
               and not a.attisdropped and c.relname not like 'databasechange%'
            union all select c.conrelid::regclass || ' ' || pg_get_constraintdef(c.oid) from pg_constraint c
             where c.connamespace = 'public'::regnamespace
            union all select pg_get_indexdef(indexrelid) from pg_index i join pg_class c on c.oid = i.indrelid
             where c.relnamespace = 'public'::regnamespace and c.relname not like 'databasechange%'
            union all select c.relname || ' ' || coalesce(obj_description(c.oid, 'pg_class'), '') from pg_class c
             where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v')
             order by 1
            """;

    private static final String OWN = "jours_debut, entete, jours_evenements, debut_jour, controle";

    @Test
    void every_row_keeps_all_it_had() throws Exception {
        try (Connection c = Databases.empty()) {
            liquibase(c, liquibase -> liquibase.update(BEFORE, new Contexts(), new LabelExpression()));
            List<String> schema = Databases.rows(c, COLUMNS);
            oldRows(c);
            List<String> ledger = Databases.rows(c, "select id, " + OWN + " from fichier_source order by id");
            List<String> plan =
                    Databases.rows(c, "select fichier_id, relu, " + OWN + " from plan_fichier order by fichier_id");

            assertThat(Schema.status(c).pending().get(0)).contains("fichier_source-job");
            assertThat(Schema.pendingSql(c)).contains("create table fichier_log", "add column job");
            Databases.run(c, "create view of_a_plant as select run_id, status from v_run");
            Databases.run(c, "grant select on v_run to public");
            Schema.update(c, false);

            assertThat(Databases.rows(
                            c, "select count(*), has_table_privilege('public', 'v_run', 'select') from of_a_plant"))
                    .as("a view of a plant on ours, and rights on it, outlive the update")
                    .containsExactly("0|t");
            Databases.run(c, "drop view of_a_plant");
            assertThat(Databases.rows(
                            c,
                            "select id, " + OWN
                                    + " from fichier_source left join fichier_log on fichier_id = id order by id"))
                    .isEqualTo(ledger);
            assertThat(
                            Databases.rows(
                                    c,
                                    "select fichier_id, coalesce(relu, false), " + OWN
                                            + " from plan_fichier left join plan_fichier_log using (job_instance_id, fichier_id) order by 1"))
                    .isEqualTo(plan);
            assertThat(Databases.rows(c, "select job, count(*) from fichier_source group by job"))
                    .containsExactly("machine-logs|5");
            assertThat(Databases.rows(c, "select count(*) from fichier_log")).containsExactly("2");
            Databases.run(
                    c,
                    "insert into fichier_source (job, source, chemin) values ('measurements', 's', 'DEM12/seen.LOG')");

            int later = ShippedChangeSets.all().size() - BEFORE;
            liquibase(c, liquibase -> liquibase.rollback(later, new Contexts(), new LabelExpression()));
            assertThat(Databases.rows(c, COLUMNS)).isEqualTo(schema);
            assertThat(Databases.rows(c, "select id, " + OWN + " from fichier_source order by id"))
                    .isEqualTo(ledger);
            assertThat(Databases.rows(c, "select fichier_id, relu, " + OWN + " from plan_fichier order by fichier_id"))
                    .isEqualTo(plan);
        }
    }

    /** Seen, loaded, failed at the gate, held and in quarantine; and the plan of a run that was killed half way. */
    private static void oldRows(Connection c) throws Exception {
        Databases.run(
                c,
                "insert into centre_usinage (nom) values ('DEM12')",
                """
                insert into fichier_source (source, centre_usinage_id, chemin, etat, tentatives, sha256, jours, lignes_retenues,
                                            jours_debut, entete, jours_evenements, debut_jour, controle)
                values ('s', 1, 'DEM12/seen.LOG', 'seen', 0, null, null, null, null, null, null, null, null),
                       ('s', 1, 'DEM12/loaded.LOG', 'loaded', 0, repeat('a', 64), '{2025-05-27,2025-05-28}', 1,
                        '{2025-05-27 23:59:59,2025-05-28 00:00:01}', '\\x3230', '{3,4}', '05:00', null),
                       ('s', 1, 'DEM12/gate.LOG', 'loaded', 0, repeat('b', 64), '{2025-05-29}', 0,
                        '{2025-05-29 08:00:00}', '\\x00ff', null, null, '98 of 120 lines are rejected'),
                       ('s', 1, 'DEM12/bad.LOG', 'quarantined', 5, null, null, null, null, null, null, null, null),
                       ('s', 1, 'DEM12/failed.LOG', 'failed', 2, null, null, null, null, null, null, null, null)""",
                "insert into batch_job_instance (job_instance_id, version, job_name, job_key) values (1, 0, 'machine-logs', 'k')",
                """
                insert into plan_fichier (job_instance_id, fichier_id, etat, stable, jours, jours_debut, entete,
                                          jours_evenements, debut_jour, relu, controle)
                values (1, 1, 'to_fetch', true, null, null, null, null, null, false, null),
                       (1, 2, 'fetched', true, '{2025-05-27}', '{2025-05-27 08:00:00}', '\\x3230', '{7}', '05:00', true, null),
                       (1, 3, 'loaded', false, '{2025-05-29}', '{2025-05-29 08:00:00}', '\\x00ff', '{1}', '00:00', false,
                        '98 of 120 lines are rejected'),
                       (1, 5, 'failed', true, null, null, null, null, null, false, null)""");
    }

    private static int position(String key) {
        List<String> keys = ShippedChangeSets.all().stream()
                .map(ShippedChangeSets.ChangeSet::key)
                .toList();
        return keys.indexOf(key);
    }

    private interface Task {
        void on(Liquibase liquibase) throws Exception;
    }

    @SuppressWarnings("try") // Liquibase declares close() to throw anything.
    private static void liquibase(Connection c, Task task) throws Exception {
        Map<String, Object> quiet =
                Map.of(Scope.Attr.ui.name(), new LoggerUIService(), Scope.Attr.logService.name(), new LiquibaseLog());
        Scope.child(quiet, () -> {
            PostgresDatabase database = new PostgresDatabase();
            database.setConnection(new JdbcConnection(c));
            try (ClassLoaderResourceAccessor files = new ClassLoaderResourceAccessor()) {
                // Not closed: that would close the test's connection.
                Liquibase liquibase = new Liquibase(ShippedChangeSets.MASTER, files, database);
                liquibase.setShowSummary(UpdateSummaryEnum.OFF);
                task.on(liquibase);
            }
        });
        c.setAutoCommit(true);
    }
}
