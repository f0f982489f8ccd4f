package org.atelier.launcher.survive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.atelier.fixtures.logs.LogTree;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.launcher.ForkedProcess;
import org.atelier.launcher.ReadyDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The landing area's disk is full: a tmpfs too small for the logs where this user may mount one (in a namespace of its
 * own), and everywhere a limit on the size of files.
 */
class FullDiskIT {

    /** In one namespace, because the disk is gone with it: a run on a small disk, then room, then the restart. */
    private static final String SMALL_DISK = """
            mount -t tmpfs -o size=64k tmpfs "$0" || exit 99
            "$@" run machine-logs >full.out 2>full.err </dev/null; echo $? >full.code
            find "$0" -name '*.gz' -exec gzip -t {} + && echo whole >full.archive
            cp -a "$0" "$0.kept" && umount "$0" && cp -a "$0.kept/." "$0" || exit 98
            "$@" restart last >restart.out 2>restart.err </dev/null
            """;

    /** In blocks of 512 bytes: no file may grow beyond 4 KiB. Only the landing area writes such files. */
    private static final String SMALL_FILES = """
            (ulimit -f 8; exec "$@" run machine-logs >full.out 2>full.err </dev/null); echo $? >full.code
            find "$0" -name '*.gz' -exec gzip -t {} + && echo whole >full.archive
            "$@" restart last >restart.out 2>restart.err </dev/null
            """;

    @TempDir
    static Path shared;

    private static String expected = "";

    @TempDir
    Path directory;

    @BeforeAll
    static void runUndisturbed() throws Exception {
        LogTree.seeded(7).days(LocalDate.of(2025, 5, 1), 12).linesPerDay(120).writeTo(shared.resolve("logs"));
        try (TestDatabase database = ReadyDatabase.create()) {
            Workshop calm = new Workshop(shared.resolve("calm"), shared.resolve("logs"), database);
            calm.runWell("run", "machine-logs");
            expected = calm.tableHash();
        }
    }

    @Test
    void a_run_on_a_full_disk_says_where_and_its_restart_with_room_gives_the_undisturbed_tables() throws Exception {
        List<String> mounting = mayMount() ? List.of("unshare", "-Urm", "sh", "-c", SMALL_DISK) : limiting();
        assertSurvived(mounting);
    }

    @Test
    void so_does_one_that_may_write_no_larger_file() throws Exception {
        assertSurvived(limiting());
    }

    private static List<String> limiting() {
        return List.of("sh", "-c", SMALL_FILES);
    }

    private boolean mayMount() throws Exception {
        Path trial = Files.createDirectories(directory.resolve("trial"));
        return Workshop.shell(
                        directory,
                        List.of("unshare", "-Urm", "mount", "-t", "tmpfs", "-o", "size=4k", "tmpfs", trial.toString()))
                == 0;
    }

    private void assertSurvived(List<String> shell) throws Exception {
        try (TestDatabase database = ReadyDatabase.create()) {
            Workshop full = new Workshop(directory.resolve("full"), shared.resolve("logs"), database);
            Path landing = Files.createDirectories(full.landing());

            ForkedProcess both = full.runIn(shell, landing);

            assertThat(both.code()).as(both.err() + full.text("restart.err")).isZero();
            assertThat(full.text("full.code").strip()).isEqualTo("1");
            assertThat(full.text("full.archive")).isEqualToIgnoringNewLines("whole");
            assertThat(full.text("full.out") + full.text("full.err"))
                    .contains("the landing area cannot be written")
                    .contains("bytes are free in " + landing)
                    .contains("make room there")
                    .contains("atelier restart 1");
            assertThat(full.one("select coalesce(sum(tentatives), 0) from fichier_source"))
                    .isEqualTo("0");
            assertThat(full.tableHash()).isEqualTo(expected);
        }
    }
}
