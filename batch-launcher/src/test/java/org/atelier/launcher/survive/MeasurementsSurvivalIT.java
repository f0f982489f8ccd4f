package org.atelier.launcher.survive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.atelier.fixtures.influx.InfluxServer;
import org.atelier.fixtures.postgres.EmbeddedPostgres;
import org.atelier.fixtures.postgres.PostgresAddress;
import org.atelier.fixtures.postgres.ThrowAwayPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of the process, the series are those of an undisturbed run and each file is in one folder. */
class MeasurementsSurvivalIT {

    /** Raises how often processes are killed; see docs/testing.md. */
    private static final int TIMES = Integer.getInteger("atelier.survival.times", 1);

    private static final int FILES = 60;
    private static final int FILES_SENT = 18;
    private static final int ROWS = 300;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("dd/MM/yy HH:mm:ss", Locale.ROOT);

    @TempDir
    Path directory;

    @Test
    void killed_at_random_points_the_next_run_gives_the_same_series_and_folders() throws Exception {
        try (ThrowAwayPostgres postgres = EmbeddedPostgres.throwAway()) {
            Workshop calm = workshop(postgres.address(), "calm", FILES);
            long began = System.nanoTime();
            calm.runWell("run", "measurements");
            long undisturbedMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);

            Workshop disturbed = workshop(postgres.address(), "disturbed", FILES);
            Random random = new Random(20_261_201);
            for (int n = 0; n < 10 * TIMES; n++) {
                Process process = disturbed.start("run", "measurements");
                process.waitFor(600 + random.nextLong(undisturbedMillis), TimeUnit.MILLISECONDS);
                process.destroyForcibly();
                Workshop.end(process);
            }
            disturbed.runWell("run", "measurements");

            assertThat(disturbed.one(series())).isEqualTo(calm.one(series()));
            assertThat(files("disturbed")).isEqualTo(files("calm")).hasSize(FILES);
        }
    }

    @Test
    void killed_while_influxdb_is_in_trouble_its_points_and_means_are_those_of_an_undisturbed_run() throws Exception {
        try (ThrowAwayPostgres postgres = EmbeddedPostgres.throwAway();
                InfluxServer calmServer = InfluxServer.start();
                InfluxServer server = InfluxServer.start()) {
            Workshop calm = into(calmServer, workshop(postgres.address(), "calm", FILES_SENT));
            long began = System.nanoTime();
            calm.runWell("run", "measurements");
            long undisturbedMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);

            Workshop disturbed = into(server, workshop(postgres.address(), "disturbed", FILES_SENT));
            Random random = new Random(20_261_202);
            for (int n = 0; n < 10 * TIMES; n++) {
                server.trouble().none();
                switch (n % 4) {
                    case 0 -> server.trouble().status(2, 503, "0").cut(1);
                    case 1 -> server.trouble().loseAnswers(3).status(1, 429, "1");
                    case 2 -> server.trouble().hang();
                    default -> server.atMost(100 + random.nextInt(500));
                }
                Process process = disturbed.start("run", "measurements");
                process.waitFor(600 + random.nextLong(undisturbedMillis), TimeUnit.MILLISECONDS);
                process.destroyForcibly();
                Workshop.end(process);
            }
            server.trouble().none();
            disturbed.runWell("run", "measurements");

            assertThat(server.points("durand"))
                    .isEqualTo(calmServer.points("durand"))
                    .isNotEmpty();
            for (String level : List.of("durand_1h", "durand_1d", "durand_1w")) {
                assertThat(server.points(level)).as(level).isEqualTo(calmServer.points(level));
            }
            assertThat(disturbed.one(series())).isEqualTo(calm.one(series()));
            assertThat(files("disturbed")).isEqualTo(files("calm")).hasSize(FILES_SENT);
        }
    }

    private static Workshop into(InfluxServer server, Workshop workshop) {
        workshop.set("ATELIER_MEASUREMENTS_SINK", "postgresql,influxdb");
        workshop.set("ATELIER_MEASUREMENTS_INFLUX_URL", server.url());
        workshop.set("ATELIER_MEASUREMENTS_INFLUX_TOKEN", server.token());
        workshop.set("ATELIER_MEASUREMENTS_INFLUX_ORG", InfluxServer.ORG);
        return workshop;
    }

    private Workshop workshop(PostgresAddress address, String name, int number) throws Exception {
        new Workshop(directory, address.jdbcUrl(), address.user(), address.password())
                .execute("create database " + name);
        String url = address.jdbcUrl().replaceFirst("/[^/]*$", "/" + name);
        Workshop workshop = new Workshop(directory, url, address.user(), address.password());
        workshop.set("ATELIER_MEASUREMENTS_DATA_FOLDER", write(name, number).toString());
        workshop.set(
                "ATELIER_MEASUREMENTS_LANDING",
                directory.resolve("landing-" + name).toString());
        workshop.setUp();
        return workshop;
    }

    /** Backlogs of six boxes that overlap. */
    private Path write(String name, int number) throws IOException {
        Path data = directory.resolve("data-" + name);
        for (int n = 0; n < number; n++) {
            String box = "0200900" + n % 6;
            Path file = Files.createDirectories(data.resolve("durand/essai/" + box))
                    .resolve(String.format(Locale.ROOT, "T302_%03d.tsv", n));
            StringBuilder text = new StringBuilder((box + "\t").repeat(3).strip() + "\nMV_T302_V002\tPh 1 V\tFour W\n");
            for (int row = 0; row < ROWS; row++) {
                int minute = n / 6 * ROWS / 2 + row;
                text.append(STAMP.format(
                                LocalDateTime.parse("2026-02-20T00:00:00").plusMinutes(minute)))
                        .append("\t230.")
                        .append(minute % 10)
                        .append('\t')
                        .append(minute)
                        .append(".5\n");
            }
            Files.writeString(file, text);
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-03-01T00:00:00Z")));
        }
        return data;
    }

    private List<String> files(String name) throws IOException {
        Path data = directory.resolve("data-" + name);
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> data.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static String series() throws IOException {
        try (InputStream query =
                Objects.requireNonNull(Workshop.class.getResourceAsStream("/org/atelier/fixtures/series-hash.sql"))) {
            return new String(query.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
