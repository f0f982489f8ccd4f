package org.atelier.observe.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs that do not get on are found to be told. */
class FindStalledRunsTest {

    private static Bureau bureau;

    @BeforeAll
    static void open() throws Exception {
        bureau = Bureau.open();
    }

    @BeforeEach
    void clear() throws SQLException {
        bureau.clear();
    }

    @AfterAll
    static void close() throws SQLException {
        bureau.close();
    }

    private void look() throws SQLException {
        bureau.look();
    }

    /** Somebody holds the lock of the job. */
    private static Connection holding(String job) throws SQLException {
        Connection holder = bureau.another();
        try (Statement statement = holder.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtextextended('atelier:" + job + "', 0))");
        }
        return holder;
    }

    @Test
    void a_run_that_holds_its_lock_and_does_not_get_on_is_told_once_while_that_lasts() throws Exception {
        bureau.run(1, "orders", "STARTED", "null::int, null, null::text");
        bureau.execute("update atelier_run set heartbeat = now(), progress_at = now()");
        try (Connection holder = holding("orders")) {
            look();
            assertThat(bureau.titles()).isEmpty();
            bureau.execute("update atelier_run set progress_at = now() - interval '3 minutes'");
            look();
            look();
            assertThat(bureau.titles()).containsExactly("Run 1 of orders is stalled");
            bureau.execute("update atelier_run set progress_at = now()");
            look();
            assertThat(bureau.column("select kind || ' ' || open from atelier_notification"))
                    .containsExactly("run_stalled false");
            assertThat(holder.isClosed()).isFalse();
        }
    }

    @Test
    void a_run_without_progress_whose_lock_is_free_is_dead_and_not_stalled() throws Exception {
        bureau.run(1, "orders", "STARTED", "null::int, null, null::text");
        bureau.execute("update atelier_run set heartbeat = now(), progress_at = now() - interval '3 minutes'");
        look();
        assertThat(bureau.titles()).isEmpty();
    }

    @Test
    void a_stalled_run_is_told_even_where_what_stalls_it_keeps_the_rest_from_being_looked_at() throws Exception {
        bureau.run(1, "orders", "STARTED", "null::int, null, null::text");
        bureau.execute("update atelier_run set heartbeat = now(), progress_at = now() - interval '3 minutes'");
        try (Connection holder = holding("orders");
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table session_production in access exclusive mode");
            assertThatThrownBy(FindStalledRunsTest::lookAt)
                    .isInstanceOf(SQLTimeoutException.class)
                    .hasMessageContaining("not done in its time");
        }
        assertThat(bureau.titles()).containsExactly("Run 1 of orders is stalled");
    }

    private static void lookAt() throws SQLException {
        bureau.look();
    }
}
