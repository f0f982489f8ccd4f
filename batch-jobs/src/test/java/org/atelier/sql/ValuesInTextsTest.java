package org.atelier.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.atelier.fixtures.postgres.PostgresServer;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.settings.Secret;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is bound to a statement, and what rows hold, may be people's data: no text of an exception quotes it. */
class ValuesInTextsTest {

    private static final String NAME = "Dupont-Lajoie";

    private final TestDatabase database = PostgresServer.shared().createDatabase();

    @AfterEach
    void drop() {
        database.close();
    }

    private Jdbi sql() {
        DatabaseSettings settings =
                new DatabaseSettings(database.jdbcUrl(), database.username(), new Secret(database.password()));
        return Sql.on(() -> Connections.open(settings, settings.url(), "test"));
    }

    private static String trace(Throwable failure) {
        StringWriter all = new StringWriter();
        failure.printStackTrace(new PrintWriter(all));
        return all.toString();
    }

    @Test
    void a_value_that_is_bound_is_not_quoted() {
        Throwable failure = catchThrowable(
                () -> sql().useHandle(handle -> handle.createUpdate("insert into nowhere (name) values (:name)")
                        .bind("name", NAME)
                        .execute()));

        assertThat(trace(failure)).contains("nowhere").doesNotContain(NAME);
    }

    @Test
    void a_row_that_breaks_a_rule_is_not_quoted() {
        Throwable failure = catchThrowable(() -> sql().useHandle(handle -> {
            handle.execute("create table client (name text constraint no_names check (name = ''))");
            handle.createUpdate("insert into client values (:name)")
                    .bind("name", NAME)
                    .execute();
        }));

        assertThat(trace(failure)).contains("no_names").doesNotContain(NAME);
    }

    @Test
    void a_statement_of_a_batch_is_not_quoted() {
        Throwable failure = catchThrowable(() -> sql().useHandle(handle -> {
            handle.execute("create table client (name text primary key)");
            handle.prepareBatch("insert into client values (:name)")
                    .bind("name", NAME)
                    .add()
                    .bind("name", NAME)
                    .add()
                    .execute();
        }));

        assertThat(trace(failure)).contains("client_pkey").doesNotContain(NAME);
    }
}
