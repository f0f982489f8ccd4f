package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.atelier.fixtures.postgres.PostgresServer;
import org.atelier.launcher.ReadyDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A role that lacks a right is told the statement that gives it, before anything is done; typed, it is enough. */
class RightsInTheDatabaseTest {

    @TempDir
    Path directory;

    private SmallRole empty() throws Exception {
        SmallRole role = new SmallRole(directory, PostgresServer.shared().createDatabase());
        role.execute("revoke create on schema public from public");
        return role;
    }

    private SmallRole ready() throws Exception {
        return new SmallRole(directory, ReadyDatabase.create());
    }

    @Test
    void a_role_that_may_not_create_tables_is_told_the_grant_by_every_command() throws Exception {
        try (SmallRole role = empty()) {
            String grant = "grant create on schema public to " + role.quoted();
            assertThat(role.use(3, "check", "database", "-o", "json").out())
                    .contains("problem", grant.replace("\"", "\\\""))
                    .doesNotContain("the first run sets it up");
            for (String[] command : new String[][] {{"history"}, {"run", "machine-logs"}, {"db", "update"}}) {
                assertThat(role.use(3, command).err()).contains("may not create tables", "next: " + grant);
            }
            CommandLineUse status = role.use(3, "db", "status");
            assertThat(status.out()).contains(grant + "; then: atelier db update");
            role.follow(status, 0);
            role.use(0, "run", "machine-logs");
        }
    }

    @Test
    void the_grant_that_a_refused_update_tells_is_enough_for_it() throws Exception {
        try (SmallRole role = empty()) {
            CommandLineUse refused = role.use(3, "db", "update");
            role.follow(refused, 0);
            role.use(0, "db", "update");
        }
    }

    @Test
    void a_schema_that_is_not_there_is_told_with_the_statement_that_makes_it() throws Exception {
        try (SmallRole role = empty()) {
            role.set("ATELIER_DATABASE_URL", role.database.jdbcUrl() + "?currentSchema=Werk");
            assertThat(role.use(3, "check", "database").out()).contains("werk (not there)", "create schema");
            CommandLineUse refused = role.use(3, "run", "machine-logs");
            assertThat(refused.err()).contains("create schema \"werk\" authorization " + role.quoted());
            role.follow(refused, 0);
            role.use(0, "run", "machine-logs");
        }
    }

    @Test
    void a_schema_that_the_role_may_not_look_into_is_told_with_its_grant() throws Exception {
        try (SmallRole role = empty()) {
            role.execute("revoke usage on schema public from public");
            assertThat(role.use(3, "check", "database").out()).contains("public (no right to use it)");
            CommandLineUse status = role.use(3, "db", "status");
            assertThat(status.out()).contains("grant usage, create on schema \"public\" to " + role.quoted());
            role.follow(status, 0);
            role.use(0, "history");
        }
    }

    @Test
    void tables_of_another_role_are_granted_before_a_run_is_begun() throws Exception {
        try (SmallRole role = ready()) {
            assertThat(role.use(3, "check", "database").out()).contains("may not read and write", "atelier_run");
            CommandLineUse refused = role.use(3, "run", "machine-logs");
            assertThat(refused.err()).contains("grant select, insert, update, delete, truncate on all tables");
            role.follow(refused, 0);
            role.use(0, "run", "machine-logs");
        }
    }

    @Test
    void an_older_schema_of_another_role_is_updated_once_its_role_is_granted() throws Exception {
        try (SmallRole role = ready()) {
            role.execute("grant all on schema public to " + role.quoted()
                    + "; grant all on all tables in schema public to " + role.quoted()
                    + "; drop view v_run_step; delete from databasechangelog where id = 'v_run_step'");
            String owner = "grant \"" + role.database.username() + "\" to " + role.quoted();
            assertThat(role.use(3, "check", "database").out()).contains("belong to the role", owner);
            CommandLineUse refused = role.use(3, "db", "update");
            assertThat(refused.err()).contains("next: " + owner);
            assertThat(role.use(3, "db", "status").out()).contains(owner + "; then: atelier db update");
        }
    }

    @Test
    void what_may_not_be_read_is_a_matter_of_rights_and_no_failure_of_the_program() throws Exception {
        try (SmallRole role = ready()) {
            role.execute("grant select on databasechangelog to " + role.quoted());
            CommandLineUse refused = role.use(3, "history");
            assertThat(refused.err()).contains("permission denied", "next: atelier check database");
            assertThat(role.use(3, "check", "database").out()).contains("may not read and write", "grant select");
        }
    }

    @Test
    void a_database_that_the_role_may_not_connect_to_is_told_with_its_grant() throws Exception {
        try (SmallRole role = ready()) {
            String name = '"' + role.database.name() + '"';
            role.execute("revoke connect on database " + name + " from public");
            assertThat(role.use(3, "check", "database").out())
                    .contains("grant connect on database " + name + " to " + role.quoted());
            assertThat(role.use(3, "history").err()).contains("grant connect on database " + name);
        }
    }

    @Test
    void a_database_in_another_encoding_is_refused_before_anything_is_set_up() throws Exception {
        for (String encoding : new String[] {"LATIN1", "SQL_ASCII"}) {
            try (SmallRole role =
                    new SmallRole(directory, PostgresServer.shared().createDatabase(encoding))) {
                role.execute("grant all on schema public to " + role.quoted());
                assertThat(role.use(3, "check", "database").out()).contains("encoding of the database is " + encoding);
                for (String[] command : new String[][] {{"history"}, {"run", "machine-logs"}, {"db", "update"}}) {
                    assertThat(role.use(3, command).err())
                            .contains("is " + encoding, "createdb --encoding UTF8", "--template template0");
                }
                assertThat(role.use(3, "db", "status").out()).contains("createdb --encoding UTF8");
                role.execute("do 'begin assert to_regclass(''atelier_run'') is null; end'");
            }
        }
    }
}
