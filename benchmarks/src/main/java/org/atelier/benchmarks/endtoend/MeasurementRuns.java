package org.atelier.benchmarks.endtoend;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.atelier.migrations.SchemaException;

/**
 * The job {@code measurements} from a folder: one file of a new range, the same file again, a run with nothing to do
 * beside 1,000 files that were parsed long ago, and COPY of the same rows.
 */
final class MeasurementRuns {

    static final String COPY = LogRuns.COPY;
    static final String FIRST = "measurements, one file of a new range";
    static final String REPEAT = "measurements, the same file again";
    static final String IDLE = "measurements with nothing to do";

    /** The table of points with its columns. */
    static final String SERIES = "mesure_electrique (voie_id, horodatage, valeur)";

    private static final int CHANNELS = 7;
    private static final int PARSED_FILES = 1_000;
    private static final String BOX = "02000800";
    private static final LocalDateTime BEGIN = LocalDateTime.parse("2026-01-01T00:00:00");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("dd/MM/yy HH:mm:ss", Locale.ROOT);

    private final List<String> program;
    private final Path scratch;

    MeasurementRuns(List<String> program, Path scratch) {
        this.program = program;
        this.scratch = scratch;
    }

    /** Measures so many rounds of all of them, one after the other. */
    Report measure(long points, int rounds) throws Exception {
        Report report = new Report(COPY);
        Path file = scratch.resolve("points.tsv");
        long rows = write(file, points) / CHANNELS;
        try (Server server = new Server(scratch.resolve("postgres"))) {
            for (int round = 0; round < rounds; round++) {
                round(report, file, rows, server, round);
            }
        }
        return report;
    }

    private void round(Report report, Path file, long rows, Server server, int number)
            throws SQLException, IOException, InterruptedException, SchemaException {
        Path folder = Files.createDirectories(folder(scratch.resolve("data-" + number)));
        Path parsed = Files.createDirectory(folder.resolve("parsed"));
        for (int i = 0; i < PARSED_FILES; i++) {
            Files.writeString(parsed.resolve("T302_old_" + i + ".tsv"), "");
        }
        Round runs = new Round(
                program,
                server,
                scratch.resolve("round-" + number),
                Map.of(
                        "ATELIER_MEASUREMENTS_DATA_FOLDER",
                        scratch.resolve("data-" + number).toString()));
        upload(file, folder, Instant.parse("2026-06-01T00:00:00Z"));
        report.add(FIRST, runs.run("run", "measurements"), rows * CHANNELS, Files.size(file));
        upload(file, folder, Instant.parse("2026-06-02T00:00:00Z"));
        report.add(REPEAT, runs.run("run", "measurements"), rows * CHANNELS, Files.size(file));
        report.add(IDLE, runs.run("run", "measurements"), 0, 0);
        report.add(COPY, runs.copy(List.of(SERIES), partitions(rows)), 0, 0);
    }

    private static void upload(Path file, Path folder, Instant modified) throws IOException {
        Path uploaded = Files.copy(file, folder.resolve("T302_points.tsv"));
        Files.setLastModifiedTime(uploaded, FileTime.from(modified));
    }

    private static List<String> partitions(long rows) {
        List<String> partitions = new ArrayList<>();
        YearMonth last = YearMonth.from(BEGIN.plusMinutes(rows));
        for (YearMonth month = YearMonth.from(BEGIN); !month.isAfter(last); month = month.plusMonths(1)) {
            partitions.add("create table mesure_electrique_" + month.toString().replace('-', '_')
                    + " partition of mesure_electrique for values from ('" + month + "-01T00:00Z') to ('"
                    + month.plusMonths(1) + "-01T00:00Z')");
        }
        return partitions;
    }

    /** A file as it comes from a box that was just made. */
    static void upload(Path file, Path dataFolder) throws IOException {
        upload(file, Files.createDirectories(folder(dataFolder)), Instant.parse("2026-06-01T00:00:00Z"));
    }

    private static Path folder(Path data) {
        return data.resolve("acme").resolve("campaign").resolve(BOX);
    }

    /** Writes a file of about so many points, and says of how many. */
    static long write(Path file, long points) throws IOException {
        long rows = Math.max(points / CHANNELS, 1);
        Random random = new Random(1);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(BOX + ("\t" + BOX).repeat(CHANNELS) + "\n");
            out.write("MV_T302_V002\tPh 1 V\tPh 2 V\tPh 3 V\tVoie1 W\tVoie2 W\tVoie3 W\tVoie4 W\n");
            for (long row = 0; row < rows; row++) {
                out.write(STAMP.format(BEGIN.plusMinutes(row)));
                for (int channel = 0; channel < CHANNELS; channel++) {
                    int hundredths = channel < 3 ? 22_000 + random.nextInt(2_000) : random.nextInt(300_000);
                    out.write("\t" + hundredths / 100 + "." + hundredths % 100);
                }
                out.write("\n");
            }
        }
        return rows * CHANNELS;
    }
}
