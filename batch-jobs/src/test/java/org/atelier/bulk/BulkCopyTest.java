package org.atelier.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.atelier.fixtures.postgres.PostgresServer;
import org.atelier.fixtures.postgres.TestDatabase;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** COPY and Jdbi within Spring's transactions, against a real PostgreSQL. */
class BulkCopyTest {

    @TempDir
    Path directory;

    private final TestDatabase database = PostgresServer.shared().createDatabase();
    private final DataSource dataSource = database.dataSource();
    private final Jdbi sql = Jdbi.create(dataSource);
    private final Jdbi jdbi = Jdbi.create(new TransactionAwareDataSourceProxy(dataSource));
    private final BulkCopy bulk = new BulkCopy(dataSource);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));

    @BeforeEach
    void table() {
        sql.useHandle(handle -> handle.execute(
                "create table t (a bigint, b integer check (b < 1000000), c timestamp, d numeric, e text)"));
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private void copy(CopyRows rows) {
        try {
            bulk.copy("t (a, b, c, d, e)", rows);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void row(CopyRows rows, int n) throws IOException {
        rows.row(5)
                .bigint(n)
                .integer(n)
                .timestamp(n * 1_000_000L)
                .numeric(new BigDecimal(n).movePointLeft(3))
                .text("line " + n);
    }

    private static void longRow(CopyRows rows, int length) throws IOException {
        rows.row(5).bigint(0).integer(0).timestamp(0).numeric(BigDecimal.ZERO).text("x".repeat(length));
    }

    private List<String> texts(String query) {
        return sql.withHandle(
                handle -> handle.createQuery(query).mapTo(String.class).list());
    }

    private String all() {
        return sql.withHandle(handle -> handle.createQuery("select count(*) || ' ' || coalesce(sum(a), 0) from t")
                .mapTo(String.class)
                .one());
    }

    @Test
    void every_type_arrives_as_it_was() throws Exception {
        long micros = LocalDateTime.of(1999, 12, 31, 23, 59, 59, 123_456_000).toEpochSecond(ZoneOffset.UTC) * 1_000_000
                + 123_456;
        try (CopyRows rows = new CopyRows(directory)) {
            rows.row(5)
                    .bigint(Long.MIN_VALUE)
                    .integer(-7)
                    .timestamp(micros)
                    .numeric(new BigDecimal("-12345678901234567890.000500"))
                    .text("é木\t\\N\n\"';--");
            rows.row(5)
                    .nothing()
                    .nothing()
                    .timestampOrNull(null)
                    .numeric(new BigDecimal("1E+5"))
                    .text(null);
            copy(rows);
        }
        assertThat(texts("select t::text from t order by a"))
                .containsExactly(
                        "(-9223372036854775808,-7,\"1999-12-31 23:59:59.123456\",-12345678901234567890.000500,\"é木\t\\\\N\n\"\"';--\")",
                        "(,,,100000,)");
    }

    @Test
    void rows_beyond_the_memory_go_through_a_file_that_is_gone_afterwards() throws Exception {
        try (CopyRows rows = new CopyRows(1000, directory)) {
            for (int n = 0; n < 5000; n++) {
                row(rows, n);
            }
            longRow(rows, 100_000);
            var once = new java.io.ByteArrayOutputStream();
            var again = new java.io.ByteArrayOutputStream();
            rows.writeTo(once);
            rows.writeTo(again);
            assertThat(again.toByteArray()).isEqualTo(once.toByteArray());
            copy(rows);
            assertThat(rows.rows()).isEqualTo(5001);
        }
        assertThat(all()).isEqualTo("5001 " + 4999 * 5000 / 2);
        try (var left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void rows_of_several_blocks_of_memory_arrive_as_they_were() throws Exception {
        try (CopyRows rows = new CopyRows(directory)) {
            for (int n = 0; n < 20_000; n++) {
                row(rows, n);
            }
            longRow(rows, Blocks.SIZE + 1);
            row(rows, 20_000);
            copy(rows);
        }
        assertThat(all()).isEqualTo("20002 " + 20_000 * 20_001 / 2);
        assertThat(texts("select max(length(e)) from t")).containsExactly(String.valueOf(Blocks.SIZE + 1));
    }

    @Test
    void copied_rows_and_rows_written_by_jdbi_are_rolled_back_with_their_transaction() throws Exception {
        try (CopyRows rows = new CopyRows(directory)) {
            row(rows, 1);
            transaction.executeWithoutResult(status -> {
                jdbi.useHandle(handle -> handle.execute("insert into t (a) values (2)"));
                copy(rows);
                assertThat(jdbi.<Integer, RuntimeException>withHandle(
                                handle -> handle.createQuery("select count(*) from t")
                                        .mapTo(Integer.class)
                                        .one()))
                        .isEqualTo(2);
                status.setRollbackOnly();
            });
            assertThat(all()).isEqualTo("0 0");

            transaction.executeWithoutResult(status -> copy(rows));
            assertThat(all()).isEqualTo("1 1");
        }
    }

    @Test
    void a_refused_row_fails_the_copy_and_keeps_none() throws Exception {
        try (CopyRows rows = new CopyRows(directory)) {
            row(rows, 999_999);
            row(rows, 1_000_000);
            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> copy(rows)))
                    .hasStackTraceContaining("violates check constraint");
        }
        assertThat(all()).isEqualTo("0 0");
    }

    @Test
    void rows_that_cannot_be_read_keep_none_of_those_sent_before() throws Exception {
        CopyRows rows = new CopyRows(1000, directory);
        for (int n = 0; n < 5000; n++) {
            row(rows, n);
        }
        rows.close();
        assertThatThrownBy(() -> bulk.copy("t (a, b, c, d, e)", rows)).isInstanceOf(IOException.class);
        assertThat(all()).isEqualTo("0 0");
        assertThat(texts("select 'sound'")).containsExactly("sound");
    }
}
