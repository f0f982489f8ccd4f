package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.atelier.settings.Surroundings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A data directory that cannot be written, also for root: a file stands where a directory is to be. */
class DataDirectoryTest {

    private static final String DIRECTORY = "ATELIER_DATA_DIR";

    @TempDir
    Path directory;

    private LogsUse plant;

    @BeforeEach
    void open() throws Exception {
        plant = new LogsUse(directory);
        plant.log("DEM12 (PVC)/20250528.LOG", "2025-05-28T20:00:00Z", "20250528 08:00:00|@StukUitgevoerd: x");
        Files.writeString(directory.resolve("file"), "");
    }

    @AfterEach
    void close() {
        plant.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run machine-logs",
                "run machine-logs --dry-run",
                "backfill machine-logs --from 2025-05-28 --to 2025-05-28",
                "rejects replay machine-logs",
                "purge",
                "demo"
            })
    void every_command_that_needs_it_says_so_before_anything_begins(String command) throws Exception {
        Path unusable = directory.resolve("file/data");
        plant.set(DIRECTORY, unusable.toString());
        CommandLineUse refused = plant.use(3, command.split(" "));
        assertThat(refused.err()).contains("cannot write to " + unusable, "set ATELIER_DATA_DIR");
        assertThat(plant.rows("select count(*) from atelier_run")).containsExactly("0");
        plant.follow(refused, "atelier check config", 3);
        plant.set(DIRECTORY, directory.resolve("data").toString());
        plant.follow(refused, "atelier check config", 0);
    }

    @Test
    void check_finds_it_and_leaves_nothing_behind_where_it_can_be_written() throws Exception {
        assertThat(plant.use(0, "check", "config").out()).contains("every setting can be used");
        assertThat(directory.resolve("data")).doesNotExist();
        plant.set(DIRECTORY, directory.resolve("file").toString());
        assertThat(plant.use(3, "check").out())
                .contains("cannot write to " + directory.resolve("file") + ": " + directory.resolve("file")
                        + " is a file");
        plant.use(0, "history");
    }

    @ParameterizedTest
    @ValueSource(strings = {"landing", "logs", "spill"})
    void a_part_of_it_that_another_user_left_is_found_as_well(String part) throws Exception {
        Path data = Files.createDirectories(directory.resolve("data"));
        Files.writeString(data.resolve(part), "");
        assertThat(plant.use(3, "check", "config").out()).contains("cannot write to " + data.resolve(part));
        assertThat(plant.use(3, "run", "machine-logs").err()).contains("cannot write to " + data.resolve(part));
    }

    @Test
    void the_embedded_database_is_not_tried_there() {
        CommandLineUse use = CommandLineUse.of(
                directory, Map.of(DIRECTORY, directory.resolve("file/data").toString()), "history");
        assertThat(use.ended(3).err()).contains("cannot write to " + directory.resolve("file/data"));
    }

    @Test
    void a_user_without_a_home_is_told_to_name_a_directory() {
        assertThat(withoutHome("check", "config")).startsWith("3\n").contains("has no home directory", DIRECTORY);
        assertThat(withoutHome("run", "machine-logs")).startsWith("3\n").contains("has no home directory");
        assertThat(withoutHome("history")).startsWith("3\n").contains("has no home directory");
        assertThat(Surroundings.NO_HOME).doesNotExist();
    }

    /** With no database either, so that the one in the data directory would serve. */
    private String withoutHome(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = Commands.execute(
                new Surroundings(
                        Map.of("ATELIER_MACHINE_LOGS_SOURCE", plant.logs.toUri().toString()),
                        directory,
                        Surroundings.NO_HOME),
                printed,
                printed,
                Clock.systemUTC(),
                arguments);
        return code + "\n" + out.toString(StandardCharsets.UTF_8);
    }
}
