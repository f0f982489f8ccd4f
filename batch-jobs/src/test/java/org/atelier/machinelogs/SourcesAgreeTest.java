package org.atelier.machinelogs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.machinelogs.Plant.summaryOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.atelier.fixtures.ftp.FtpTestServer;
import org.atelier.fixtures.logs.LogTree;
import org.atelier.fixtures.logs.Oddity;
import org.atelier.fixtures.sftp.SftpTestServer;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.atelier.settings.Secret;
import org.atelier.transfer.RemoteSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same files give the same tables, wherever they come from and however many work at them. */
class SourcesAgreeTest {

    @TempDir
    static Path tree;

    @TempDir
    Path directory;

    private static long files;
    private static String expected;

    @BeforeAll
    static void everythingOdd() throws Exception {
        files = LogTree.seeded(11)
                .days(LocalDate.of(2025, 5, 26), 4)
                .linesPerDay(60)
                .with(
                        Oddity.BLANK_LINES,
                        Oddity.BROKEN_LINES,
                        Oddity.NUL_BYTES,
                        Oddity.LONG_LINE,
                        Oddity.TIMES_BACK,
                        Oddity.OPEN_STOPS,
                        Oddity.UTF8,
                        Oddity.UTF16LE_BOM,
                        Oddity.UTF16BE_BOM,
                        Oddity.CR_ONLY,
                        Oddity.LF_ONLY,
                        Oddity.NO_FINAL_LINE_END,
                        Oddity.FOREIGN_FILES,
                        Oddity.IGNORED_DIRECTORIES,
                        Oddity.DUPLICATE_FILE,
                        Oddity.PREFIX_FILE,
                        Oddity.EMPTY_FILE,
                        Oddity.MULTI_DAY_FILE,
                        Oddity.NIGHT_SHIFT,
                        Oddity.DST_DAYS,
                        Oddity.HOSTILE_NAMES)
                .writeTo(tree)
                .files();
        withoutNamesThatMlsdHides();
        hostile("a'b; drop table x -- (PVC)", "x..LOG");
        hostile("%s $HOME (ALU)", "a'b \"c\" (1).LOG");
        try (TempPlant plant = new TempPlant()) {
            expected = hash(plant.plant, RemoteSource.parse(tree.toString()), 2);
        }
    }

    /** Apache FtpServer leaves names that begin with a point out of MLSD, and only there. */
    private static void withoutNamesThatMlsdHides() throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                boolean hidden = tree.relativize(path).toString().startsWith("..")
                        || path.getFileName().toString().startsWith("..");
                if (hidden) {
                    files -= Files.isRegularFile(path) && path.toString().endsWith(".LOG") ? 1 : 0;
                    Files.delete(path);
                }
            }
        }
    }

    private static void hostile(String centre, String file) throws Exception {
        Path path = Files.createDirectories(tree.resolve(centre)).resolve(file);
        Files.writeString(path, "20250527 08:00:00|@StukUitgevoerd: " + file + "\n", UTF_8);
        Files.setLastModifiedTime(path, FileTime.from(Instant.parse("2025-05-27T20:00:00Z")));
        files++;
    }

    /** The tables after two runs: the second one takes the last lines without an end. */
    private static String hash(Plant plant, RemoteSource source, int workers) throws Exception {
        plant.sources(source).workers(workers);
        RunReport first = plant.run();
        assertThat(first.cause()).isNull();
        assertThat(first.ending()).isEqualTo(RunEnding.OK);
        assertThat(summaryOf(first).figure("files", "found")).isEqualTo(files);
        assertThat(summaryOf(first).figure("lines", "held")).isPositive();
        RunReport second = plant.later(Duration.ofMinutes(2)).run();
        assertThat(second.ending()).isEqualTo(RunEnding.OK);
        assertThat(summaryOf(plant.later(Duration.ofMinutes(2)).run()).figure("files", "taken"))
                .isZero();
        return plant.tableHash();
    }

    private String hash(RemoteSource source, int workers) throws Exception {
        try (Plant plant = new Plant(directory)) {
            return hash(plant, source, workers);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void any_number_of_workers_gives_the_same_tables(int workers) throws Exception {
        assertThat(hash(RemoteSource.parse(tree.toString()), workers)).isEqualTo(expected);
    }

    @Test
    void ftp_gives_the_same_tables_and_leaves_no_connection_open() throws Exception {
        try (FtpTestServer server = FtpTestServer.serving(tree).start()) {
            assertThat(hash(RemoteSource.parse(server.url()).withPassword(new Secret(server.password())), 4))
                    .isEqualTo(expected);
            assertThat(server.commands().stream().filter(command -> command.startsWith("QUIT")))
                    .hasSameSizeAs(server.commands().stream()
                            .filter(command -> command.startsWith("USER"))
                            .toList());
        }
    }

    @Test
    void ftp_without_mlsd_gives_the_same_tables() throws Exception {
        try (FtpTestServer server = FtpTestServer.serving(tree).withoutMlsd().start()) {
            assertThat(hash(RemoteSource.parse(server.url()).withPassword(new Secret(server.password())), 2))
                    .isEqualTo(expected);
        }
    }

    @Test
    void ftps_gives_the_same_tables() throws Exception {
        try (FtpTestServer server = FtpTestServer.serving(tree).withTls().start()) {
            Path certificate = Files.writeString(directory.resolve("server.pem"), server.certificatePem());
            assertThat(hash(
                            RemoteSource.parse(server.url())
                                    .withPassword(new Secret(server.password()))
                                    .withTrustedCertificates(certificate),
                            2))
                    .isEqualTo(expected);
        }
    }

    @Test
    void sftp_gives_the_same_tables() throws Exception {
        try (SftpTestServer server = SftpTestServer.serving(tree).start()) {
            assertThat(hash(
                            RemoteSource.parse(server.url())
                                    .withPassword(new Secret(server.password()))
                                    .withKnownHosts(server.writeKnownHosts(directory.resolve("known_hosts"))),
                            3))
                    .isEqualTo(expected);
        }
    }

    @Test
    void a_name_that_begins_with_points_is_a_name_like_any_other() throws Exception {
        Path odd = Files.createDirectories(directory.resolve("odd"));
        Path file = Files.createDirectories(odd.resolve("..UP (PVC)")).resolve("..x.LOG");
        Files.writeString(file, "20250527 08:00:00|@StukUitgevoerd\n", UTF_8);
        try (SftpTestServer server = SftpTestServer.serving(odd).start();
                Plant plant = new Plant(directory)) {
            plant.sources(RemoteSource.parse(server.url())
                            .withPassword(new Secret(server.password()))
                            .withKnownHosts(server.writeKnownHosts(directory.resolve("known_hosts"))))
                    .run();
            assertThat(plant.one(String.class, "select fichier_log_source from session_production"))
                    .isEqualTo("..UP (PVC)/..x.LOG");
        }
        try (Plant plant = new Plant(directory)) {
            plant.sources(RemoteSource.parse(odd.toString())).run();
            assertThat(plant.one(String.class, "select fichier_log_source from session_production"))
                    .isEqualTo("..UP (PVC)/..x.LOG");
        }
    }

    @Test
    void a_server_that_does_not_answer_makes_the_run_end_as_unreachable() throws Exception {
        FtpTestServer server = FtpTestServer.serving(tree).start();
        server.close();
        try (Plant plant = new Plant(directory)) {
            RunReport report = plant.sources(RemoteSource.parse(server.url()).withPassword(new Secret("hush-hush")))
                    .run();

            assertThat(report.ending()).isEqualTo(RunEnding.UNREACHABLE);
            assertThat(report.ending().exitCode()).isEqualTo(7);
            assertThat(report.cause()).contains("127.0.0.1").doesNotContain("hush-hush");
        }
    }

    /** A plant with a directory of its own that ends with it. */
    private static final class TempPlant implements AutoCloseable {

        private final Path directory = Files.createTempDirectory("atelier-plant-");
        private final Plant plant = new Plant(directory);

        private TempPlant() throws Exception {}

        @Override
        public void close() throws IOException {
            plant.close();
            try (var files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
