package org.atelier.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.atelier.ReadyDatabase;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.run.RunEnding;
import org.atelier.run.RunOwner;
import org.atelier.run.RunReport;
import org.atelier.run.TypedStep;
import org.atelier.settings.Secret;
import org.atelier.sql.Connections;
import org.atelier.sql.DatabaseSettings;
import org.atelier.sql.SessionLimit;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an administrator set for programs whose transactions are short, and what becomes of ours. */
class SessionLimitTest {

    private final TestDatabase database = ReadyDatabase.create();
    private final Jdbi sql = Jdbi.create(database.dataSource());

    /** What the run's transactions see of each limit, and a statement that takes longer than it allows. */
    @BeforeEach
    void schema() {
        execute("create table todo (n integer primary key)");
        execute("create table done (n integer primary key)");
        execute("insert into todo select generate_series(1, 3)");
        execute("create table seen (setting text, value text)");
        for (SessionLimit limit : SessionLimit.values()) {
            execute("alter database \"" + database.name() + "\" set " + limit.setting() + " = '300ms'");
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void execute(String statement) {
        sql.useHandle(handle -> handle.execute(statement));
    }

    private void each(String what, String body) {
        String row = what.startsWith("delete") ? "old" : "new";
        execute("create function " + row + "() returns trigger language plpgsql as $$ begin " + body + "; return " + row
                + "; end $$");
        execute("create trigger each before " + what + " for each row execute function " + row + "()");
    }

    private void eachInsert(String body) {
        each("insert on done", body);
    }

    private DatabaseSettings settings(String url, @Nullable String lockUrl) {
        return new DatabaseSettings(url, database.username(), new Secret(database.password()), lockUrl);
    }

    private RunReport run(DatabaseSettings settings, IntConsumer afterEach) throws Exception {
        RunOwner owner = new RunOwner("test", 1, null, "manual", "test");
        return new RunEngine(settings, new EngineSettings(1), owner, id -> "run.log", TypedStep::of)
                .run(CountingJob.class, "counting", List.of(new CountingJob.AfterEach(afterEach)));
    }

    private <T> List<T> list(Class<T> type, String query) {
        return sql.withHandle(handle -> handle.createQuery(query).mapTo(type).list());
    }

    private static void idle() {
        try {
            assertThat(new CountDownLatch(1).await(600, TimeUnit.MILLISECONDS)).isFalse();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_run_lifts_every_limit_that_would_end_its_statements_transactions_and_waits() throws Exception {
        eachInsert("perform pg_sleep(0.4); insert into seen select name, setting from pg_settings"
                + " where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout',"
                + " 'transaction_timeout', 'idle_session_timeout')");

        RunReport report = run(settings(database.jdbcUrl(), null), n -> idle());

        assertThat(report.ending()).as(report.cause()).isEqualTo(RunEnding.OK);
        assertThat(list(String.class, "select distinct value from seen")).containsExactly("0");
        assertThat(list(String.class, "select status from batch_job_execution")).containsExactly("COMPLETED");
    }

    @Test
    void behind_a_pooler_that_does_not_keep_sessions_each_transaction_lifts_them_and_leaves_nothing_behind()
            throws Exception {
        eachInsert("insert into seen select name, setting from pg_settings where name in ('statement_timeout',"
                + " 'lock_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout')");
        // A pooler opens a session anew that the server ended while nobody used it; this one has but the one.
        execute("alter database \"" + database.name() + "\" reset " + SessionLimit.IDLE_SESSION.setting());
        try (OneSessionPooler pooler = new OneSessionPooler(database.jdbcUrl())) {
            DatabaseSettings settings = settings(pooler.jdbcUrl(), database.jdbcUrl());

            RunReport report = run(settings, n -> {});

            assertThat(report.ending()).as(report.cause()).isEqualTo(RunEnding.OK);
            assertThat(list(String.class, "select distinct value from seen")).containsExactly("0");
            try (Connection next = Connections.open(settings, settings.url(), "next");
                    Statement statement = next.createStatement();
                    ResultSet row = statement.executeQuery("show statement_timeout")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("300ms");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STATEMENT", "LOCK", "IDLE_IN_TRANSACTION", "TRANSACTION"})
    void a_limit_that_strikes_all_the_same_is_told_by_its_name_at_once(SessionLimit limit) throws Exception {
        eachInsert("perform set_config('" + limit.setting() + "', '100ms', true); if '" + limit
                + "' = 'LOCK' then perform pg_advisory_xact_lock(7); end if");
        each("delete on todo", "perform pg_sleep(0.5)");
        try (Connection holding = database.connect()) {
            Jdbi.create(holding).useHandle(handle -> {
                handle.execute("set idle_session_timeout = 0");
                handle.execute("select pg_advisory_lock(7)");
            });

            RunReport report = run(settings(database.jdbcUrl(), null), n -> idle());

            assertThat(report.ending()).as(report.cause()).isEqualTo(RunEnding.CONFIGURATION);
            assertThat(report.cause())
                    .contains(limit.setting(), "alter role \"" + database.username() + "\" set " + limit.setting());
            assertThat(list(String.class, "select status from batch_job_execution"))
                    .containsExactly("FAILED");
            assertThat(list(String.class, "select failure_kind || ' ' || exit_code from atelier_run"))
                    .containsExactly("configuration 3");
        }
    }
}
