package org.atelier.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.atelier.ReadyDatabase;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.machinelogs.LogArchive;
import org.atelier.transfer.LandedFile;
import org.atelier.transfer.LandingArea;
import org.atelier.transfer.RemoteDirectories;
import org.atelier.transfer.RemoteDirectory;
import org.atelier.transfer.RemoteSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is old is judged by the plant's calendar. */
class OldArchiveTest {

    private static final LocalDate DAY = LocalDate.parse("2025-06-02");

    @TempDir
    Path directory;

    @Test
    void a_file_without_days_is_of_the_day_that_its_plant_had_when_it_was_written() throws Exception {
        LandingArea landing = new LandingArea(directory.resolve("landing"));
        LandedFile copy = land(landing);
        try (TestDatabase database = ReadyDatabase.create();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into centre_usinage (id, nom, type_cu) values (1, 'DEM12', 'PVC')");
            statement.execute(
                    "insert into fichier_source (job, source, centre_usinage_id, chemin, etat, sha256, date_fichier)"
                            + " values ('machine-logs', 's', 1, 'DEM12 (PVC)/a.LOG', 'loaded', '" + copy.sha256()
                            + "', '2025-06-01 22:30Z')");
            statement.execute("set time zone 'UTC'");
            // 00:30 on 2 June in Paris.
            OldArchive archive = new OldArchive(connection, LogArchive.in(directory.resolve("landing")));
            assertThat(archive.before(DAY)).isEmpty();
            assertThat(archive.before(DAY.plusDays(1))).containsExactly(copy.sha256());
        }
    }

    private LandedFile land(LandingArea landing) throws Exception {
        Files.writeString(Files.createDirectory(directory.resolve("logs")).resolve("a.LOG"), "\n");
        RemoteSource source =
                RemoteSource.parse(directory.resolve("logs").toUri().toString());
        try (RemoteDirectory remote = RemoteDirectories.connect(source)) {
            return landing.land(remote, "a.LOG", Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        }
    }
}
