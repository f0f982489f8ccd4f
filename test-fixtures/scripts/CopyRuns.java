import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.atelier.fixtures.runs.ManyRuns;

/**
 * A long history in an embedded database: {@code CopyRuns DIRECTORY RUNS} copies runs until there are so many,
 * {@code CopyRuns DIRECTORY} tells how large the tables are that record runs.
 */
final class CopyRuns {

    private static final String TABLES = """
            select c.relname as name, pg_total_relation_size(c.oid) as bytes,
                   (xpath('/row/n/text()', query_to_xml('select count(*) as n from ' || c.relname, false, true, '')))[1] as rows
            from pg_class c
            where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
              and (c.relname like 'batch\\_%' or c.relname like 'plan\\_%' or c.relname = 'atelier_run')
            order by bytes desc""";

    private CopyRuns() {}

    public static void main(String[] arguments) throws Exception {
        Path server = Path.of(arguments[0]);
        String url = "jdbc:postgresql://127.0.0.1:"
                + Files.readString(server.resolve("port")).strip() + "/atelier";
        String password = Files.readString(server.resolve("password")).strip();
        try (Connection connection = DriverManager.getConnection(url, "atelier", password)) {
            if (arguments.length > 1) {
                ManyRuns.copy(connection, Integer.parseInt(arguments[1]));
            }
            print(connection);
        }
    }

    private static void print(Connection connection) throws SQLException {
        long all = 0;
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum full");
            try (ResultSet tables = statement.executeQuery(TABLES)) {
                while (tables.next()) {
                    System.out.printf(
                            "%-30s %8s rows %9.1f MiB%n",
                            tables.getString("name"), tables.getString("rows"), mib(tables.getLong("bytes")));
                    all += tables.getLong("bytes");
                }
            }
        }
        System.out.printf("%-30s %13s %9.1f MiB%n", "together", "", mib(all));
    }

    private static double mib(long bytes) {
        return bytes / 1024.0 / 1024.0;
    }
}
