package org.atelier.orders.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import org.atelier.fixtures.fault.FaultProxy;
import org.atelier.fixtures.mysql.MysqlDatabase;
import org.atelier.fixtures.mysql.MysqlServer;
import org.atelier.settings.Secret;
import org.atelier.transfer.UnreachableException;
import org.junit.jupiter.api.Test;

class ErpConnectionTest {

    @Test
    void is_compressed_unless_the_url_says_otherwise() throws Exception {
        assertThat(compression("")).isEqualTo("ON");
        assertThat(compression("?useCompression=false")).isEqualTo("OFF");
        assertThat(compression("?useCompression=true")).isEqualTo("ON");
    }

    @Test
    void a_server_that_does_not_greet_has_as_long_as_a_connection_may_take_and_not_as_long_as_a_query() {
        try (MysqlDatabase database = MysqlServer.shared().createDatabase();
                FaultProxy proxy = FaultProxy.of(port(database)).greetingAfter(Duration.ofSeconds(20))) {
            ErpSource source = through(proxy, database, Duration.ofMillis(500));

            assertThatThrownBy(() -> ErpConnection.open(source)).isInstanceOf(UnreachableException.class);
        }
    }

    @Test
    void a_query_may_take_longer_than_a_connection() throws Exception {
        try (MysqlDatabase database = MysqlServer.shared().createDatabase();
                FaultProxy proxy = FaultProxy.of(port(database))) {
            try (ErpConnection erp = ErpConnection.open(through(proxy, database, Duration.ofSeconds(3)))) {
                long slept = erp.read(connection -> {
                    try (Statement statement = connection.createStatement();
                            ResultSet row = statement.executeQuery("select sleep(4)")) {
                        assertThat(row.next()).isTrue();
                        return row.getLong(1);
                    }
                });
                assertThat(slept).isZero();
            }
        }
    }

    private static ErpSource through(FaultProxy proxy, MysqlDatabase database, Duration connectTimeout) {
        return new ErpSource(
                database.jdbcUrl().replaceFirst(":\\d+/", ":" + proxy.port() + "/") + "?sslMode=DISABLED",
                database.reader().username(),
                new Secret(database.reader().password()),
                connectTimeout,
                Duration.ofSeconds(60));
    }

    private static int port(MysqlDatabase database) {
        return Integer.parseInt(database.jdbcUrl().replaceFirst(".*:(\\d+)/.*", "$1"));
    }

    private static String compression(String parameters) throws Exception {
        try (MysqlDatabase database = MysqlServer.shared().createDatabase();
                ErpConnection erp = ErpConnection.open(new ErpSource(
                        database.jdbcUrl() + parameters,
                        database.reader().username(),
                        new Secret(database.reader().password()),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(60)))) {
            return erp.read(connection -> {
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery("show session status like 'Compression'")) {
                    assertThat(row.next()).isTrue();
                    return row.getString(2);
                }
            });
        }
    }
}
