package org.atelier.launcher.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.atelier.catalog.BatchJobs;
import org.atelier.database.DatabaseChoice;
import org.atelier.database.Databases;
import org.atelier.database.SchemaGate;
import org.atelier.history.RunNow;
import org.atelier.launcher.Owner;
import org.atelier.launcher.check.DataDirectory;
import org.atelier.launcher.result.PurgeReport;
import org.atelier.retention.Audit;
import org.atelier.retention.OldLogs;
import org.atelier.retention.OldRows;
import org.atelier.retention.RetentionKind;
import org.atelier.retention.RetentionSettings;
import org.atelier.settings.Durations;
import org.atelier.sql.DatabaseSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code atelier purge}. */
@Command(
        name = "purge",
        resourceBundle = "org.atelier.launcher.command.RetentionKinds",
        description = "Delete what is older than it is kept (atelier.retention.*): rejects and run logs 90 days, the"
                + " record of runs a year, of those that had nothing to do 30 days, the archive five years; at once what"
                + " is left of orders that vanished. Never touches a run at work; noted in atelier_audit.")
final class PurgeCommand implements Callable<Integer> {

    @Option(
            names = "--older-than",
            paramLabel = "AGE",
            converter = Ranged.Age.class,
            description = "That age, such as 90d, for ${bundle:usual}; for ${bundle:named} only with --only.")
    private @Nullable Duration olderThan;

    @Option(
            names = "--only",
            paramLabel = "KIND",
            split = ",",
            converter = RetentionKinds.class,
            completionCandidates = RetentionKinds.class,
            description = "Only ${bundle:kinds}; may be repeated.")
    private Set<RetentionKind> only = new LinkedHashSet<>();

    @Option(names = "--dry-run", description = "Only tell how much.")
    private boolean dryRun;

    @Option(
            names = "--wait-timeout",
            paramLabel = "AGE",
            converter = Ranged.Wait.class,
            defaultValue = "10m",
            description = "How long to wait for the end of runs before the archive is touched (default: 10m).")
    private Duration patience = Duration.ofMinutes(10);

    private final CommandContext context;

    PurgeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws SQLException {
        DataDirectory.require(context.settings());
        DatabaseSettings database = context.awaitedDatabase();
        try (Connection connection = Databases.connect(database)) {
            SchemaGate.pass(
                    connection, context.settings().get(DatabaseChoice.class).migrate(), context::note);
            List<PurgeReport.Part> parts = new ArrayList<>();
            List<String> left = new ArrayList<>();
            for (RetentionKind kind : RetentionKind.all(BatchJobs.retained())) {
                if (!only.isEmpty() && !only.contains(kind)) {
                    continue;
                }
                Instant before = context.clock.instant().minus(age(kind));
                if (kind.equals(RetentionKind.ARCHIVE)) {
                    PurgeArchives archives =
                            new PurgeArchives(context.settings(), database, dryRun, patience, context.clock.instant());
                    parts.addAll(archives.parts(connection, before));
                    left.addAll(archives.left());
                } else {
                    parts.add(new PurgeReport.Part(kind.word(), before, purge(kind, connection, before)));
                }
            }
            if (!dryRun) {
                new Audit(connection).note("purge", Owner.inWords(), details(parts));
            }
            return context.print(
                    new PurgeReport(dryRun, parts, left, ofArchive()),
                    context.settings().timeZone());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What to type for the archive alone. */
    private String ofArchive() {
        Duration asked = only.contains(RetentionKind.ARCHIVE) ? olderThan : null;
        return "atelier purge --only " + RetentionKind.ARCHIVE.word()
                + (asked == null ? "" : " --older-than " + Durations.text(asked)) + (dryRun ? " --dry-run" : "");
    }

    private Duration age(RetentionKind kind) {
        Duration asked = olderThan;
        boolean meant = !kind.onlyByName() || only.contains(kind);
        return asked != null && meant
                ? asked
                : context.settings().get(RetentionSettings.class).of(kind);
    }

    private long purge(RetentionKind kind, Connection connection, Instant before) throws SQLException, IOException {
        if (kind.equals(RetentionKind.LOGS)) {
            return logs(before);
        }
        OldRows rows = new OldRows(connection, BatchJobs.retained());
        return dryRun ? rows.count(kind, before) : rows.delete(kind, before);
    }

    private long logs(Instant before) throws SQLException, IOException {
        List<Long> open =
                RunActions.now(context, null).stream().map(RunNow::runId).toList();
        OldLogs logs = new OldLogs(context.settings().dataDir().resolve("logs"), open);
        return dryRun ? logs.before(before).size() : logs.delete(before);
    }

    private static Map<String, String> details(List<PurgeReport.Part> parts) {
        Map<String, String> details = new LinkedHashMap<>();
        for (PurgeReport.Part part : parts) {
            String deleted = part.number() == null
                    ? "none, a run was at work"
                    : part.number().toString();
            details.put(part.kind(), deleted + " before " + part.before());
        }
        return details;
    }
}
