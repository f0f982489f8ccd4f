package org.atelier.launcher.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.atelier.fixtures.logs.LogTree;
import org.atelier.fixtures.logs.Oddity;
import org.atelier.fixtures.mysql.MysqlDatabase;
import org.atelier.fixtures.mysql.MysqlServer;
import org.atelier.fixtures.postgres.PostgresServer;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.launcher.command.Commands;
import org.atelier.settings.Surroundings;

/** What the compose stack holds: log files, the sample of an ERP, the results, and who reads them for Grafana. */
final class DeployedPlant implements AutoCloseable {

    /** One of the centres that have sessions. */
    static final String CENTRE = "DEM12";

    /** What a box measured there: COMPANY/CAMPAIGN. */
    static final String COMPANY = "acme";

    static final String CAMPAIGN = "essai";
    static final String CHANNEL = "M02000800_Ch1 W";

    private final Path directory;
    /** Empty: the reader is made before the schema, as in the stack. */
    private final TestDatabase database = PostgresServer.shared().createDatabase();

    private final MysqlDatabase erp = MysqlServer.shared().createDatabase();
    /** Roles belong to the whole server, which other tests use as well. */
    private final String reader =
            "grafana_reader_" + UUID.randomUUID().toString().substring(0, 8);

    DeployedPlant(Path directory) throws SQLException, IOException {
        this.directory = directory;
        writeMeasurements();
        LogTree.seeded(1).with(Oddity.values()).writeTo(directory.resolve("logs"));
        try (Connection connection = erp.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : DeployFiles.text("mysql/sample-erp.sql").split(";\n", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(readerScript());
        }
    }

    /** The statements of the image's script, which its shell gives to psql. */
    private String readerScript() {
        String script = DeployFiles.text("postgres/grafana-reader.sh");
        return script.substring(script.indexOf("<<'END'\n") + 8, script.lastIndexOf("END\n"))
                .replace("grafana_reader", reader)
                .replace(":'password'", "'change-me'");
    }

    /** A box, which was silent for some hours of its day. */
    private void writeMeasurements() throws IOException {
        Path box = Files.createDirectories(directory
                .resolve("sftpgo/data")
                .resolve(COMPANY)
                .resolve(CAMPAIGN)
                .resolve("02000800"));
        String rows = IntStream.of(8, 9, 14, 15)
                .mapToObj(hour -> String.format(Locale.ROOT, "05/01/26 %02d:10:00\t230.5\t1500.0\n", hour))
                .collect(Collectors.joining());
        Files.writeString(
                box.resolve("T302_260105_162016.tsv"),
                "02000800\t02000800\t02000800\nMV_T302_V002\tPh 1 V\tVoie1 W\n" + rows);
    }

    void runAllJobs() {
        execute("db", "update");
        execute("run", "machine-logs");
        execute("run", "orders");
        execute("run", "measurements");
    }

    private void execute(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = Commands.execute(
                new Surroundings(environment(), directory, directory), printed, printed, Clock.systemUTC(), arguments);
        // Files that are odd on purpose fail: 8.
        assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isIn(0, 8);
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("ATELIER_DATA_DIR", directory.resolve("data").toString()),
                Map.entry("ATELIER_DATABASE_URL", database.jdbcUrl()),
                Map.entry("ATELIER_DATABASE_USERNAME", database.username()),
                Map.entry("ATELIER_DATABASE_PASSWORD", database.password()),
                Map.entry(
                        "ATELIER_MACHINE_LOGS_SOURCE",
                        directory.resolve("logs").toUri().toString()),
                Map.entry(
                        "ATELIER_MEASUREMENTS_DATA_FOLDER",
                        directory.resolve("sftpgo/data").toString()),
                Map.entry("ATELIER_ORDERS_SOURCE", erp.jdbcUrl()),
                Map.entry("ATELIER_ORDERS_USERNAME", erp.owner().username()),
                Map.entry("ATELIER_ORDERS_PASSWORD", erp.owner().password()));
    }

    /** A connection of the role that Grafana logs in as. */
    Connection asReader() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), reader, "change-me");
    }

    /** What the server says when it refuses a statement; empty when it takes it. */
    String refusal(Statement statement, String sql) {
        try {
            statement.execute(sql);
            return "";
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    public void close() {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop owned by " + reader);
            statement.execute("drop role " + reader);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            database.close();
            erp.close();
        }
    }
}
