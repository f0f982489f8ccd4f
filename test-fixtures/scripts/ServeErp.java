import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.atelier.fixtures.erp.ErpData;
import org.atelier.fixtures.mysql.MysqlDatabase;
import org.atelier.fixtures.mysql.MysqlServer;

/**
 * Serves a generated ERP on a MySQL of its own until its input ends: {@code ServeErp ORDERS FILE}. When it is ready, the
 * file holds the settings that find it, for a shell to read.
 */
final class ServeErp {

    private ServeErp() {}

    public static void main(String[] arguments) throws IOException {
        try (MysqlServer server = MysqlServer.embedded();
                MysqlDatabase erp = server.createDatabase()) {
            System.err.println(
                    ErpData.seeded(1).orders(Long.parseLong(arguments[0])).loadInto(erp));
            Path ready = Path.of(arguments[1] + ".part");
            Files.writeString(
                    ready,
                    """
                    export ATELIER_ORDERS_SOURCE='%s'
                    export ATELIER_ORDERS_USERNAME='%s'
                    export ATELIER_ORDERS_PASSWORD='%s'
                    """.formatted(erp.jdbcUrl(), erp.reader().username(), erp.reader().password()));
            Files.move(ready, Path.of(arguments[1]));
            while (System.in.read() >= 0) {
                // Until whoever started this closes the pipe.
            }
        }
    }
}
