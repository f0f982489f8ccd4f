package org.atelier.machinelogs.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.atelier.ReadyDatabase;
import org.atelier.fixtures.postgres.TestDatabase;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the check of each detail's session is left out: only where nothing else is left out with it. */
class HeldSessionTest {

    private static final long MANY = 5_000;

    private final TestDatabase database = ReadyDatabase.create();
    private Connection connection;
    private Jdbi jdbi;

    @BeforeEach
    void connect() throws Exception {
        connection = database.connect();
        connection.setAutoCommit(false);
        jdbi = Jdbi.create(connection);
    }

    @AfterEach
    void disconnect() throws Exception {
        connection.rollback();
        connection.close();
        database.close();
    }

    private void sql(String statement) {
        jdbi.useHandle(handle -> handle.execute(statement));
    }

    private String role() {
        return jdbi.withHandle(handle -> handle.createQuery("select current_setting('session_replication_role')")
                .mapTo(String.class)
                .one());
    }

    /** The setting while details are copied. */
    private String roleWhileCopying(long rows) throws Exception {
        List<String> roles = new ArrayList<>();
        new HeldSession(jdbi).copy(rows, () -> roles.add(role()));
        assertThat(role()).isEqualTo("origin");
        return roles.get(0);
    }

    /** Goes on as a role of its own that may write; it is gone with the transaction. */
    private void becomeWriter(String name) {
        sql("create role " + name);
        sql("grant pg_write_all_data, pg_read_all_data to " + name);
    }

    @Test
    void a_superuser_copies_without_the_checks() throws Exception {
        assertThat(roleWhileCopying(MANY)).isEqualTo("replica");
    }

    @Test
    void a_role_that_was_granted_the_setting_copies_without_the_checks() throws Exception {
        becomeWriter("held_granted");
        sql("grant set on parameter session_replication_role to held_granted");
        sql("set local role held_granted");

        assertThat(roleWhileCopying(MANY)).isEqualTo("replica");
    }

    @Test
    void any_other_role_copies_with_them() throws Exception {
        becomeWriter("held_plain");
        sql("set local role held_plain");

        assertThat(roleWhileCopying(MANY)).isEqualTo("origin");
    }

    @Test
    void few_rows_are_copied_with_them() throws Exception {
        assertThat(roleWhileCopying(10)).isEqualTo("origin");
    }

    @Test
    void a_trigger_of_the_plant_fires_still() throws Exception {
        sql("create function count_it() returns trigger language plpgsql as 'begin return new; end'");
        sql("create trigger plant before insert on periode_arret for each row execute function count_it()");

        assertThat(roleWhileCopying(MANY)).isEqualTo("origin");
    }

    @Test
    void a_foreign_key_of_the_plant_is_checked_still() throws Exception {
        sql("create table colour (name text primary key)");
        sql("alter table job_profil add foreign key (couleur) references colour");

        assertThat(roleWhileCopying(MANY)).isEqualTo("origin");
    }

    @Test
    void a_copy_that_fails_leaves_nothing_behind_once_it_is_rolled_back() throws Exception {
        assertThatThrownBy(() -> new HeldSession(jdbi).copy(MANY, () -> {
                    throw new IOException("gone");
                }))
                .hasMessage("gone");
        connection.rollback();

        assertThat(role()).isEqualTo("origin");
    }
}
