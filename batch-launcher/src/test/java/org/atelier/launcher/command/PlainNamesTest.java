package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Variables without a prefix may be meant for other programs: they stop nothing but the job that they would be for. */
class PlainNamesTest {

    @TempDir
    Path directory;

    private LogsUse plant;

    @BeforeEach
    void open() throws Exception {
        plant = new LogsUse(directory);
        plant.log("DEM12 (PVC)/20250505.LOG", "2025-05-06T10:00:00Z", "20250505 08:00:00|@MachineStart: x");
    }

    @AfterEach
    void close() {
        plant.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MYSQL_HOST=mysql                  | the ERP's host is set, but not its database",
                "MYSQL_USER=root                   | atelier.orders.username is set, but no ERP",
                "MYSQL_PASSWORD=s3cret             | atelier.orders.password is set, but no ERP",
                "MYSQL_DB=shop                     | atelier.orders.database is set, but no ERP",
                "MYSQL_PORT=3307                   | atelier.orders.port is set, but no ERP",
                "MYSQL_HOST=tcp:/x                 | is no value of atelier.orders.host",
                "MYSQL_PASSWORD_FILE=/run/none     | cannot read the file /run/none",
            })
    void half_an_erp_under_plain_names_is_told_once_and_stops_the_job_orders_alone(String variable, String word) {
        String[] parts = variable.split("=", 2);
        plant.set(parts[0], parts[1]);
        String where = "environment " + parts[0] + ": ";
        for (String command : new String[] {"db update", "history", "status", "run machine-logs", "purge --dry-run"}) {
            CommandLineUse use = plant.use(0, command.split(" "));
            assertThat(use.err().lines().filter(line -> line.contains(where)))
                    .as(command)
                    .singleElement()
                    .asString()
                    .startsWith("atelier: warning: ")
                    .contains(word);
            assertThat(use.out()).doesNotContain("warning");
        }
        assertThat(plant.use(0, "history", "-q").err()).isEmpty();
        for (String command : new String[] {"run orders", "preview orders", "rejects replay orders"}) {
            CommandLineUse use = plant.use(3, command.split(" "));
            assertThat(use.err()).as(command).contains(where, word, "next: ").doesNotContain("warning", "s3cret");
        }
        assertThat(plant.use(0, "check", "config", "-o", "csv").out().lines())
                .anyMatch(line -> line.startsWith("config,warning,") && line.contains(parts[0]));
        assertThat(plant.use(3, "check", "orders", "-o", "csv").out().lines())
                .anyMatch(line -> line.startsWith("orders,problem,") && line.contains(parts[0]));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FTP_HOST=ftp.example.org:x        | host and port of the ftp URL cannot be read",
                "FTP_USER=machine                  | atelier.machine-logs.username is set, but no source",
                "FTP_PASS=s3cret                   | atelier.machine-logs.password is set, but no source",
                "FTP_PASS_FILE=/run/none           | cannot read the file /run/none",
            })
    void half_a_file_server_under_plain_names_stops_the_job_machine_logs_alone(String variable, String word) {
        String[] parts = variable.split("=", 2);
        plant.set(parts[0], parts[1]).set("ATELIER_MACHINE_LOGS_SOURCE", "");
        for (String command : new String[] {"db update", "history", "explain DEM12@2025-05-05"}) {
            CommandLineUse use = plant.use(command.split(" "));
            assertThat(use.code()).as(use.err()).isIn(0, 4);
            assertThat(use.err()).contains("warning: environment " + parts[0] + ": ", word);
        }
        CommandLineUse use = plant.use(3, "run", "machine-logs");
        assertThat(use.err()).contains("environment " + parts[0] + ": ", word).doesNotContain("warning", "s3cret");
        assertThat(plant.use(3, "check", "sources").out()).contains(parts[0]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POSTGRES_USER",
                "POSTGRES_PASSWORD",
                "POSTGRES_DB",
                "POSTGRES_PORT",
                "DB_NAME",
                "DB_USER",
                "DB_PASS"
            })
    void half_a_database_under_plain_names_is_told_and_the_embedded_one_serves(String name) {
        CommandLineUse use = CommandLineUse.of(directory, java.util.Map.of(name, "5433"), "jobs", "list");
        assertThat(use.ended(0).err()).isEmpty();
        use = CommandLineUse.of(directory, java.util.Map.of(name, "5433"), "db", "stop");
        assertThat(use.ended(0).err())
                .contains("warning: environment " + name + ": is not used", "set ATELIER_DATABASE_HOST as well");
        assertThat(plant.set(name, "5433").use(0, "history").err()).isEmpty();
    }

    @Test
    void what_does_not_count_beside_settings_of_our_own_is_not_told() throws Exception {
        plant.set("DB_HOST", "a").set("POSTGRES_HOST", "b");
        assertThat(plant.use(0, "history").err()).isEmpty();
        plant.set("ATELIER_ORDERS_SOURCE", "jdbc:mysql://h/d")
                .set("MYSQL_HOST", "other")
                .set("MYSQL_PORT", "many");
        plant.set("FTP_HOST", "::").set("FTP_USER", "machine");
        assertThat(plant.use(0, "history").err()).isEmpty();
    }

    @Test
    void half_an_erp_of_our_own_names_is_a_problem_of_every_command() throws Exception {
        Files.createDirectories(directory.resolve("data"));
        Files.writeString(directory.resolve("data/atelier.yaml"), "atelier.orders.host: erp\n");
        assertThat(plant.use(3, "history").err()).contains("the ERP's host is set, but not its database");
    }
}
