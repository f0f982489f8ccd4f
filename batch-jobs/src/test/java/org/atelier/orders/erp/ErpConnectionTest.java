package org.atelier.orders.erp;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import org.atelier.fixtures.mysql.MysqlDatabase;
import org.atelier.fixtures.mysql.MysqlServer;
import org.atelier.transfer.Secret;
import org.junit.jupiter.api.Test;

class ErpConnectionTest {

    @Test
    void is_compressed_unless_the_url_says_otherwise() throws Exception {
        assertThat(compression("")).isEqualTo("ON");
        assertThat(compression("?useCompression=false")).isEqualTo("OFF");
        assertThat(compression("?useCompression=true")).isEqualTo("ON");
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
