package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.atelier.fixtures.postgres.PostgresServer;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.launcher.NextSteps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told to be typed next of a database that cannot be used as it is: typed, and it does what it promises. */
class NextStepsOfDatabasesTest {

    private static final String FOREIGN =
            "drop schema public cascade; create schema public; create table session_production (id bigint)";

    private static final String URL = "ATELIER_DATABASE_URL";

    @TempDir
    Path directory;

    private LogsUse plant;

    @BeforeEach
    void open() throws Exception {
        plant = new LogsUse(directory);
        plant.log("DEM12 (PVC)/20250528.LOG", "2025-05-28T20:00:00Z", "20250528 08:00:00|@StukUitgevoerd: x");
    }

    @AfterEach
    void close() {
        plant.close();
    }

    /** Types what a message tells, which must be one command. */
    private CommandLineUse type(String message, int code) {
        assertThat(NextSteps.told(message)).hasSize(1);
        return plant.use(code, NextSteps.arguments(NextSteps.told(message).get(0)));
    }

    @Test
    void an_address_that_is_wrong_is_checked_until_it_is_right() {
        plant.set(URL, plant.database.jdbcUrl().replaceFirst("/[^/]*$", "/no_such_database"));
        CommandLineUse refused = plant.use(3, "history");
        assertThat(plant.follow(refused, "atelier check database", 3).out()).contains("no_such_database");
        plant.set(URL, "jdbc:postgresql://127.0.0.1:1/atelier");
        CommandLineUse unreachable = plant.use(7, "history");
        plant.follow(unreachable, "atelier check database", 7);
        plant.set(URL, plant.database.jdbcUrl());
        plant.follow(refused, "atelier check database", 0);
        plant.follow(unreachable, "atelier check database", 0);
    }

    @Test
    void a_database_that_cannot_be_written_or_locked_is_checked_until_it_can() throws Exception {
        plant.use(0, "db", "update");
        String database = "alter database \"" + plant.database.name() + "\" ";
        plant.execute(database + "set default_transaction_read_only = on");
        CommandLineUse readOnly = plant.use(3, "run", "machine-logs");
        plant.follow(readOnly, "atelier check database", 3);
        plant.execute("begin read write; " + database + "reset default_transaction_read_only; commit");
        plant.follow(readOnly, "atelier check database", 0);
        try (TestDatabase other = PostgresServer.shared().createDatabase()) {
            plant.set("ATELIER_DATABASE_LOCK_URL", other.jdbcUrl());
            CommandLineUse elsewhere = plant.use(3, "run", "machine-logs");
            plant.follow(elsewhere, "atelier check database", 3);
            plant.set("ATELIER_DATABASE_LOCK_URL", plant.database.jdbcUrl());
            plant.follow(elsewhere, "atelier check database", 0);
        }
        plant.use(0, "run", "machine-logs");
    }

    @Test
    void a_database_that_does_not_answer_is_checked_until_it_does() throws Exception {
        plant.use(0, "db", "update");
        plant.execute("create function gone() returns boolean language plpgsql as"
                + " $$ begin raise exception 'going down' using errcode = '57P01'; end $$");
        plant.execute("alter table databasechangelog rename to kept");
        plant.execute("create view databasechangelog as select * from kept where gone()");
        CommandLineUse silent = plant.use(7, "history");
        plant.follow(silent, "atelier check database", 7);
        plant.execute("drop view databasechangelog");
        plant.execute("alter table kept rename to databasechangelog");
        plant.follow(silent, "atelier check database", 0);
    }

    @Test
    void a_limit_that_strikes_is_told_by_its_name_and_role_and_checked_until_it_is_lifted() throws Exception {
        plant.use(0, "db", "update");
        plant.execute("alter database \"" + plant.database.name() + "\" set lock_timeout = '100ms'");
        CommandLineUse struck;
        try (Connection holding = plant.database.connect();
                Statement statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute("lock table databasechangelog in access exclusive mode");
            struck = plant.use(3, "history");
            assertThat(struck.err())
                    .contains("lock_timeout", "alter role \"" + plant.database.username() + "\" set lock_timeout = 0");
            assertThat(plant.use(3, "check", "database").out()).contains("lock_timeout", "alter role");
        }
        plant.use(0, "history");
    }

    @Test
    void a_database_that_is_gone_before_a_run_began_is_checked_and_the_run_started_again() throws Exception {
        plant.use(0, "db", "update");
        plant.set("ATELIER_DATABASE_PATIENCE", "1s");
        plant.execute("create function gone() returns trigger language plpgsql as"
                + " $$ begin raise exception 'going down' using errcode = '57P01'; end $$");
        plant.execute("create trigger gone before insert on atelier_scope for each row execute function gone()");
        CommandLineUse gone = plant.use(7, "run", "machine-logs");
        assertThat(gone.err()).contains("was gone before the run of machine-logs began");
        plant.execute("drop trigger gone on atelier_scope");
        plant.follow(gone, "atelier check database", 0);
        plant.use(0, "run", "machine-logs");
        plant.execute("update atelier_scope set seq = 0");
        CommandLineUse unstarted = plant.use(1, "run", "machine-logs");
        plant.follow(unstarted, "atelier check all", 0);
        plant.use(0, "run", "machine-logs");
    }

    @Test
    void a_schema_that_is_not_ours_or_not_complete_is_brought_up_to_date() throws Exception {
        plant.execute(FOREIGN);
        CommandLineUse foreign = plant.use(3, "check", "database", "-o", "csv");
        CommandLineUse refused = plant.use(3, "db", "update");
        CommandLineUse state = plant.follow(refused, "atelier db status", 3);
        String why = refused.err()
                .lines()
                .filter(line -> line.contains("why:"))
                .findFirst()
                .orElseThrow();
        assertThat(NextSteps.told(why)).isEqualTo(state.next());
        plant.follow(state, "atelier db update --adopt", 0);
        plant.execute(FOREIGN);
        CommandLineUse taken = plant.use(3, "db", "update", "--adopt");
        plant.execute("drop schema ancien cascade");
        type(
                taken.err()
                        .lines()
                        .filter(line -> line.contains("why:"))
                        .findFirst()
                        .orElseThrow(),
                0);
        type(foreign.out().substring(foreign.out().lastIndexOf(',') + 1).strip(), 0);
        plant.execute("drop view v_run_step; delete from databasechangelog where id = 'v_run_step'");
        String pending = plant.use(3, "check", "database", "-o", "csv").out();
        assertThat(plant.use(3, "history").next()).containsExactly("atelier db update");
        assertThat(plant.use(3, "db", "status").next()).containsExactly("atelier db update");
        type(pending.substring(pending.lastIndexOf(',') + 1).strip(), 0);
        plant.use(0, "history");
    }
}
