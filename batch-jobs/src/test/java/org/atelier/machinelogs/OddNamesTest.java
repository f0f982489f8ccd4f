package org.atelier.machinelogs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.machinelogs.Plant.summaryOf;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.atelier.fixtures.fault.ScriptedFtpServer;
import org.atelier.fixtures.ftp.TestTls;
import org.atelier.fixtures.host.WireNames;
import org.atelier.fixtures.sftp.SftpTestServer;
import org.atelier.run.RunEnding;
import org.atelier.run.RunReport;
import org.atelier.settings.Secret;
import org.atelier.transfer.RemoteSource;
import org.atelier.transfer.TransferSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same tree gives the same account over every kind of source, whatever its names are. */
class OddNamesTest {

    private static final Instant NOON = Instant.parse("2025-05-28T10:00:00Z");

    /** Names by their bytes, those beyond ASCII after percent signs; two of them read alike where they are replaced. */
    private static final List<String> FILES = List.of(
            "DEM12 (PVC)/caf%E9.LOG",
            "DEM12 (PVC)/caf%E8.LOG",
            "DEM12 (PVC)/20250527.LOG",
            "DEM12 (PVC)/%C3%A9t%C3%A9.LOG",
            "DEM12 (PVC)/apr%E8s.txt",
            "D%C9M (PVC)/20250527.LOG",
            "D%C8M (PVC)/20250527.LOG",
            "SU12 (HYBRIDE)/20250527.LOG");

    private static final List<String> ACCOUNT = List.of(
            "DEM12 (PVC): 2 loaded, 2 failed",
            "SU12 (HYBRIDE): 1 loaded, 0 failed",
            "D\\xc8M (PVC): the name is not UTF-8",
            "D\\xc9M (PVC): the name is not UTF-8",
            "DEM12 (PVC)/caf\\xe8.LOG: the name is not UTF-8",
            "DEM12 (PVC)/caf\\xe9.LOG: the name is not UTF-8");

    @TempDir
    Path directory;

    enum Kind {
        LOCAL,
        FTP_MLSD,
        FTP_LIST,
        FTPS_MLSD,
        FTPS_LIST,
        SFTP
    }

    private interface Look {
        void at(RemoteSource source) throws Exception;
    }

    /** A tree whose names hold the bytes themselves, for a local source, or the percent signs, for servers. */
    private Path tree(boolean raw) throws Exception {
        Path root = Files.createDirectories(directory.resolve("tree"));
        for (String file : FILES) {
            Path path = raw
                    ? Path.of(URI.create(root.toUri() + file.replace(" ", "%20")))
                    : root.resolve(WireNames.text(WireNames.bytes(file)));
            Files.createDirectories(path.getParent());
            Files.writeString(path, "20250527 08:00:00|@StukUitgevoerd: " + file + "\n", UTF_8);
            Files.setLastModifiedTime(path, FileTime.from(NOON));
        }
        return root;
    }

    private void with(Kind kind, Look look) throws Exception {
        Path root = tree(kind == Kind.LOCAL);
        if (kind == Kind.LOCAL) {
            look.at(RemoteSource.parse(root.toString()));
        } else if (kind == Kind.SFTP) {
            try (SftpTestServer server =
                    SftpTestServer.serving(root).withPercentNames().start()) {
                look.at(RemoteSource.parse(server.url())
                        .withPassword(new Secret(server.password()))
                        .withKnownHosts(server.writeKnownHosts(directory.resolve("known_hosts"))));
            }
        } else {
            try (ScriptedFtpServer server = ScriptedFtpServer.serving(root, NOON)) {
                server.meddling().percentNames();
                look.at(ftp(kind, server));
            }
        }
    }

    private RemoteSource ftp(Kind kind, ScriptedFtpServer server) throws Exception {
        if (kind.name().endsWith("MLSD")) {
            server.withMlsd();
        }
        RemoteSource source = RemoteSource.parse(server.url()).withPassword(new Secret("machines"));
        if (!kind.name().startsWith("FTPS")) {
            return source;
        }
        server.withTls();
        Path trusted = Files.writeString(directory.resolve("server.pem"), TestTls.certificatePem());
        return RemoteSource.parse(server.url().replace("ftp://", "ftps://"))
                .withPassword(new Secret("machines"))
                .withTrustedCertificates(trusted);
    }

    private static RemoteSource named(RemoteSource source, Charset names) {
        TransferSettings d = TransferSettings.defaults();
        return source.withTransfer(new TransferSettings(
                d.connectTimeout(), d.dataTimeout(), d.controlTimeout(), d.keepAlive(), d.passive(), names, true));
    }

    @ParameterizedTest
    @EnumSource
    void names_that_are_not_utf_8_fail_alone_and_alike_from_every_kind_of_source(Kind kind) throws Exception {
        with(kind, source -> {
            try (Plant plant = new Plant(directory)) {
                RunReport report = plant.sources(source).run();

                assertThat(report.cause()).isNull();
                assertThat(report.ending()).isEqualTo(RunEnding.WITH_ERRORS);
                assertThat(summaryOf(report).figure("files", "found")).isEqualTo(5);
                assertThat(summaryOf(report).figure("files", "loaded")).isEqualTo(3);
                assertThat(summaryOf(report).figure("files", "failed")).isEqualTo(2);
                assertThat(summaryOf(report).figure("files", "ignored")).isEqualTo(1);
                assertThat(summaryOf(report).failures()).isEqualTo(4);
                assertThat(summaryOf(report).notes()).hasSameSizeAs(ACCOUNT);
                for (int i = 0; i < ACCOUNT.size(); i++) {
                    assertThat(summaryOf(report).notes().get(i)).startsWith(ACCOUNT.get(i));
                }
                assertThat(plant.one(
                                String.class,
                                "select string_agg(chemin || ' ' || etat || ' ' || tentatives, ',' order by chemin collate \"C\")"
                                        + " from fichier_source where etat = 'failed'"))
                        .isEqualTo("DEM12 (PVC)/caf\\xe8.LOG failed 1,DEM12 (PVC)/caf\\xe9.LOG failed 1");
            }
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"LOCAL", "FTP_MLSD", "FTP_LIST", "FTPS_LIST"})
    void names_are_read_in_the_charset_that_was_named(Kind kind) throws Exception {
        with(kind, source -> {
            try (Plant plant = new Plant(directory)) {
                RunReport report = plant.sources(named(source, ISO_8859_1)).run();

                assertThat(report.ending()).isEqualTo(RunEnding.OK);
                assertThat(summaryOf(report).figure("files", "loaded")).isEqualTo(7);
                assertThat(plant.rows("select chemin from fichier_source"))
                        .extracting(row -> row.get("chemin"))
                        .contains(
                                "DEM12 (PVC)/caf\u00e9.LOG",
                                "DEM12 (PVC)/caf\u00e8.LOG",
                                "D\u00c9M (PVC)/20250527.LOG");
            }
        });
    }

    @Test
    void sftp_writes_a_path_in_the_charset_that_its_name_was_read_in() throws Exception {
        Path root = Files.createDirectories(directory.resolve("tree/DEM12 (PVC)"));
        Files.writeString(root.resolve("\u00e9t\u00e9.LOG"), "20250527 08:00:00|@StukUitgevoerd\n", UTF_8);
        try (SftpTestServer server =
                        SftpTestServer.serving(root.resolve("..").normalize()).start();
                Plant plant = new Plant(directory)) {
            RemoteSource source = RemoteSource.parse(server.url())
                    .withPassword(new Secret(server.password()))
                    .withKnownHosts(server.writeKnownHosts(directory.resolve("known_hosts")));
            assertThat(plant.sources(named(source, ISO_8859_1)).run().ending()).isEqualTo(RunEnding.OK);
            assertThat(plant.one(String.class, "select chemin from fichier_source"))
                    .isEqualTo("DEM12 (PVC)/\u00c3\u00a9t\u00c3\u00a9.LOG");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_impossible_or_ambiguous_name_fails_alone_over_ftp(boolean mlsd) throws Exception {
        Path root = tree(false);
        String file = mlsd ? "modify=20250527120000;type=file;size=9; " : "-rw-r--r--    1 0 0 9 May 27 12:00 ";
        String folder = mlsd ? "modify=20250527120000;type=dir; " : "drwxr-xr-x    2 0 0 0 May 27 12:00 ";
        try (ScriptedFtpServer server = ScriptedFtpServer.serving(root, NOON);
                Plant plant = new Plant(directory)) {
            server.meddling()
                    .percentNames()
                    .alsoListing("SU12 (HYBRIDE)", file + "a%00b.LOG", file + "20250527.LOG", file + "pad.LOG%00")
                    .alsoListing("tree", folder + "N%00L (PVC)", folder + "TWICE (PVC)", folder + "TWICE (PVC)");
            if (mlsd) {
                server.withMlsd();
            }
            plant.sources(RemoteSource.parse(server.url()).withPassword(new Secret("machines")));

            RunReport report = plant.run();

            assertThat(report.cause()).isNull();
            assertThat(report.ending()).isEqualTo(RunEnding.WITH_ERRORS);
            assertThat(summaryOf(report).notes())
                    .contains("DEM12 (PVC): 2 loaded, 2 failed", "SU12 (HYBRIDE): 0 loaded, 3 failed")
                    .anySatisfy(note -> assertThat(note).startsWith("SU12 (HYBRIDE)/a\\x00b.LOG: the name is refused"))
                    .anySatisfy(note -> assertThat(note).startsWith("SU12 (HYBRIDE)/pad.LOG\\x00: the name is refused"))
                    .anySatisfy(note -> assertThat(note)
                            .startsWith("SU12 (HYBRIDE)/20250527.LOG: the name is listed more than once"))
                    .anySatisfy(note -> assertThat(note).startsWith("N\\x00L (PVC): the name is refused"))
                    .anySatisfy(note -> assertThat(note).startsWith("TWICE (PVC): the name is listed more than once"));
            assertThat(plant.run().ending()).isEqualTo(RunEnding.WITH_ERRORS);
        }
    }

    @Test
    void a_directory_whose_name_cannot_be_read_is_excluded_by_the_name_that_is_shown() throws Exception {
        with(Kind.LOCAL, source -> {
            try (Plant plant = new Plant(directory)) {
                RunReport report = plant.sources(source)
                        .excluding("D\\xc9M (PVC)", "D\\xc8M (PVC)", "DEM12 (PVC)")
                        .run();
                assertThat(report.ending()).isEqualTo(RunEnding.OK);
                assertThat(summaryOf(report).notes()).containsExactly("SU12 (HYBRIDE): 1 loaded, 0 failed");
            }
        });
    }

    @Test
    void a_file_name_with_a_line_break_fails_alone_in_a_local_directory() throws Exception {
        try (Plant plant = new Plant(directory)) {
            plant.log("DEM12 (PVC)/a\nb.LOG", NOON.toString(), "20250527 08:00:00|@StukUitgevoerd").log(
                    "DEM12 (PVC)/c.LOG", NOON.toString(), "20250527 08:00:00|@StukUitgevoerd: c");
            RunReport report = plant.run();
            assertThat(report.ending()).isEqualTo(RunEnding.WITH_ERRORS);
            assertThat(summaryOf(report).notes())
                    .contains("DEM12 (PVC): 1 loaded, 1 failed")
                    .anySatisfy(note -> assertThat(note).startsWith("DEM12 (PVC)/a\\x0ab.LOG: the name is refused"));
        }
    }
}
