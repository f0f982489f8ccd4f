package org.atelier.measurements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.atelier.fixtures.ftp.FtpTestServer;
import org.atelier.fixtures.sftp.SftpTestServer;
import org.atelier.run.RunOptions;
import org.atelier.run.RunReport;
import org.atelier.run.Shard;
import org.atelier.settings.Secret;
import org.atelier.transfer.RemoteSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same files give the same rows and end in the same folders, wherever they are and however many work at them. */
class WaysAgreeTest {

    private static final int BOXES = 6;

    @TempDir
    Path directory;

    @TempDir
    static Path calm;

    private static String expected;
    private static List<String> moved;

    @BeforeAll
    static void fromAFolder() throws Exception {
        try (Boxes boxes = new Boxes(calm)) {
            fill(boxes);
            boxes.done();
            expected = boxes.seriesHash();
            moved = boxes.files();
        }
        assertThat(moved)
                .hasSize(BOXES * 3 + 1)
                .allMatch(file -> file.contains("/parsed/") || file.contains("/error/"));
    }

    /** Backlogs that overlap, in both structures, a cut one and one that is refused. */
    private static void fill(Boxes boxes) {
        for (int box = 0; box < BOXES; box++) {
            String folder = "durand/essai/0200900" + box + "/";
            boxes.file(folder + "T302_a.tsv", Box.plain(rows(0, 40)));
            boxes.file(folder + "T302_b.tsv", Box.block(rows(30, 70)));
            String cut = Box.plain(rows(60, 90));
            boxes.bytes(
                    folder + "T302_c.tsv",
                    cut.substring(0, cut.length() - 3).replace('|', '\t').getBytes(StandardCharsets.UTF_8),
                    Duration.ofHours(1));
        }
        boxes.file("martin/essai/02009001/T302_bad.tsv", Box.plain("never|1|2"));
    }

    private static String[] rows(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(minute -> Box.row(minute, 230 + minute / 10.0, minute % 7 == 0 ? -minute : minute))
                .toArray(String[]::new);
    }

    private void agree(Boxes boxes) throws Exception {
        boxes.done();
        assertThat(boxes.seriesHash()).isEqualTo(expected);
        assertThat(boxes.files()).isEqualTo(moved);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void any_number_of_workers(int workers) throws Exception {
        try (Boxes boxes = new Boxes(directory).workers(workers)) {
            fill(boxes);
            agree(boxes);
        }
    }

    @Test
    void four_shards() throws Exception {
        try (Boxes boxes = new Boxes(directory)) {
            fill(boxes);
            for (int shard = 1; shard <= 4; shard++) {
                Shard part = new Shard(shard, 4);
                RunReport report =
                        boxes.run(new RunOptions(null, null, null, null, part, null), part.scope(Measurements.NAME));
                assertThat(report.cause()).isNull();
            }
            assertThat(boxes.seriesHash()).isEqualTo(expected);
            assertThat(boxes.files()).isEqualTo(moved);
        }
    }

    @Test
    void sftp() throws Exception {
        try (Boxes boxes = new Boxes(directory)) {
            fill(boxes);
            try (SftpTestServer server = SftpTestServer.serving(boxes.data).start()) {
                agree(boxes.sources(RemoteSource.parse(server.url())
                        .withPassword(new Secret(server.password()))
                        .withKnownHosts(server.writeKnownHosts(directory.resolve("known_hosts")))));
            }
        }
    }

    @Test
    void ftp() throws Exception {
        try (Boxes boxes = new Boxes(directory)) {
            fill(boxes);
            try (FtpTestServer server = FtpTestServer.serving(boxes.data).start()) {
                agree(boxes.sources(RemoteSource.parse(server.url()).withPassword(new Secret(server.password()))));
            }
        }
    }

    @Test
    void ftps() throws Exception {
        try (Boxes boxes = new Boxes(directory)) {
            fill(boxes);
            try (FtpTestServer server =
                    FtpTestServer.serving(boxes.data).withTls().start()) {
                Path certificate = Files.writeString(directory.resolve("server.pem"), server.certificatePem());
                agree(boxes.sources(RemoteSource.parse(server.url())
                        .withPassword(new Secret(server.password()))
                        .withTrustedCertificates(certificate)));
            }
        }
    }
}
