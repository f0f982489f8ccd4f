package org.atelier.orders.erp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.atelier.fixtures.erp.Erp;
import org.atelier.fixtures.mysql.MysqlDatabase;
import org.atelier.fixtures.mysql.MysqlServer;
import org.atelier.settings.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SourceSumsTest {

    private MysqlDatabase database;
    private Erp erp;

    @BeforeEach
    void open() {
        database = MysqlServer.shared().createDatabase();
        erp = Erp.in(database);
    }

    @AfterEach
    void close() {
        erp.close();
        database.close();
    }

    private ErpConnection connect() throws Exception {
        return ErpConnection.open(new ErpSource(
                database.jdbcUrl(),
                database.reader().username(),
                new Secret(database.reader().password()),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60)));
    }

    private static SourceSums sums(ErpConnection connection) throws Exception {
        return new SourceSums(connection, ErpTables.find(connection), true);
    }

    @Test
    void a_sum_of_many_rows_is_exact() throws Exception {
        for (int i = 1; i <= 5; i++) {
            erp.order("ID" + i).number(i);
        }
        try (ErpConnection connection = connect()) {
            assertThat(sums(connection).all()).containsEntry(ErpTable.HEADS, "5 " + sumInJava(5));
        }
    }

    /** The same as the server computes, by hand. */
    private static String sumInJava(int heads) throws Exception {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 1; i <= heads; i++) {
            String row = "'ID%d',1,%d,NULL,NULL,NULL".formatted(i, i);
            byte[] md5 = MessageDigest.getInstance("MD5").digest(row.getBytes(StandardCharsets.UTF_8));
            sum = sum.add(new BigInteger(1, Arrays.copyOf(md5, 8)));
        }
        return sum.toString();
    }

    @Test
    void an_empty_table_has_a_sum_too() throws Exception {
        try (ErpConnection connection = connect()) {
            assertThat(sums(connection).all()).hasSize(4).containsValue("0 0");
        }
    }

    @Test
    void fingerprints_asked_for_late_show_the_snapshot() throws Exception {
        erp.order("ID1").note("a", null);
        try (ErpConnection connection = connect();
                ErpConnection other = connect()) {
            SourceSums late = sums(connection);
            late.askBeforeReading();
            erp.execute("update A_Logbuch set Notiz = 'b'");
            assertThat(late.all()).isEqualTo(sums(other).all());
        }
        try (ErpConnection after = connect();
                ErpConnection same = connect()) {
            Map<ErpTable, String> changed = sums(after).all();
            assertThat(sums(same).areLike(changed)).isTrue();
        }
    }

    @Test
    void a_table_outside_of_the_snapshot_is_asked_for_before_it_is_read() throws Exception {
        erp.order("ID1").note("a", null);
        erp.execute("alter table A_Logbuch engine = MyISAM");
        Map<ErpTable, String> before;
        try (ErpConnection connection = connect()) {
            before = sums(connection).all();
        }
        try (ErpConnection connection = connect()) {
            SourceSums sums = sums(connection);
            sums.askBeforeReading();
            erp.execute("update A_Logbuch set Notiz = 'b'");
            assertThat(sums.all()).isEqualTo(before);
            assertThat(sums(connection).areLike(before)).isFalse();
        }
    }
}
