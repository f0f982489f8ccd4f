package org.atelier.benchmarks.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.atelier.fixtures.ftp.FtpTestServer;
import org.atelier.fixtures.logs.LogTree;
import org.atelier.fixtures.logs.LogTreeSummary;
import org.atelier.migrations.SchemaException;

/** The job {@code machine-logs} over FTP: a first run, a second one with nothing to do, and COPY of the same rows. */
final class LogRuns {

    static final String COPY = "COPY of the same rows, one connection";
    static final String FIRST = "machine-logs over FTP";
    static final String IDLE = "machine-logs with nothing to do";
    static final String HISTORY = "history";

    private static final int FILES = 20;
    private static final List<String> TABLES = List.of(
            "centre_usinage",
            "session_production",
            "piece_production (session_id, numero_piece, timestamp_production, details)",
            "job_profil (session_id, reference, longueur, couleur, timestamp_debut, timestamp_fin, pieces)",
            "periode_attente (session_id, timestamp_debut, timestamp_fin, duree_secondes)",
            "periode_arret (session_id, timestamp_debut, timestamp_fin, duree_secondes)");

    private final List<String> program;
    private final Path scratch;

    LogRuns(List<String> program, Path scratch) {
        this.program = program;
        this.scratch = scratch;
    }

    /** Measures so many rounds of all of them, one after the other. */
    Report measure(long lines, int rounds) throws Exception {
        Report report = new Report(COPY);
        Path logs = Files.createDirectory(scratch.resolve("logs"));
        LogTreeSummary written = LogTree.seeded(1)
                .centres("DEM12 (PVC)", "SU12 (HYBRIDE)")
                .days(LocalDate.of(2025, 5, 5), FILES / 2)
                .linesPerDay(Math.toIntExact(lines / FILES))
                .writeTo(logs);
        try (Server server = new Server(scratch.resolve("postgres"));
                FtpTestServer ftp = FtpTestServer.serving(logs).start()) {
            for (int round = 0; round < rounds; round++) {
                round(report, written, server, ftp, round);
            }
        }
        return report;
    }

    private void round(Report report, LogTreeSummary written, Server server, FtpTestServer ftp, int round)
            throws SQLException, IOException, InterruptedException, SchemaException {
        Round runs = new Round(
                program,
                server,
                scratch.resolve("round-" + round),
                Map.of(
                        "ATELIER_TIME_ZONE", "Europe/Paris",
                        "ATELIER_MACHINE_LOGS_SOURCE", ftp.url(),
                        "ATELIER_MACHINE_LOGS_PASSWORD", ftp.password()));
        report.add(FIRST, runs.run("run", "machine-logs"), written.lines(), written.bytes());
        report.add(IDLE, runs.run("run", "machine-logs"), 0, 0);
        report.add(HISTORY, runs.run("history"), 0, 0);
        report.add(COPY, runs.copy(TABLES), 0, 0);
    }
}
