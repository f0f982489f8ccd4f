package org.atelier.launcher.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.atelier.history.RunNow;
import org.atelier.launcher.Owner;
import org.atelier.launcher.check.DataDirectory;
import org.atelier.launcher.config.Durations;
import org.atelier.launcher.database.Databases;
import org.atelier.launcher.database.SchemaGate;
import org.atelier.launcher.result.PurgeReport;
import org.atelier.machinelogs.MachineLogs;
import org.atelier.retention.Audit;
import org.atelier.retention.Kept;
import org.atelier.retention.OldArchive;
import org.atelier.retention.OldLogs;
import org.atelier.retention.OldRows;
import org.atelier.run.lock.RunLock;
import org.atelier.sql.DatabaseSettings;
import org.atelier.transfer.LandingArea;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code atelier purge}. */
@Command(
        name = "purge",
        description = "Delete what is older than it is kept (atelier.retention.*): rejects and run logs 90 days, the"
                + " record of runs a year, of those that had nothing to do 30 days, the archive five years; at once what"
                + " is left of orders that vanished. Never touches a run at work; noted in atelier_audit.")
final class PurgeCommand implements Callable<Integer> {

    @Option(
            names = "--older-than",
            paramLabel = "AGE",
            converter = Ranged.Age.class,
            description =
                    "That age, such as 90d, for rejects, logs, idle and runs; for archive and vanished-orders only with --only.")
    private @Nullable Duration olderThan;

    @Option(
            names = "--only",
            paramLabel = "KIND",
            split = ",",
            description = "Only rejects, logs, idle, runs, vanished-orders or archive; may be repeated.")
    private Set<Kept> only = EnumSet.noneOf(Kept.class);

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
            SchemaGate.pass(connection, context.settings().migrate(), context::note);
            List<PurgeReport.Part> parts = new ArrayList<>();
            Set<Kept> kinds = only.isEmpty() ? EnumSet.allOf(Kept.class) : EnumSet.copyOf(only);
            for (Kept kind : kinds) {
                Instant before = context.clock.instant().minus(age(kind));
                if (kind == Kept.ARCHIVE) {
                    parts.addAll(archive(database, connection, before));
                } else {
                    parts.add(new PurgeReport.Part(kind.word(), before, purge(kind, connection, before)));
                }
            }
            if (!dryRun) {
                new Audit(connection).note("purge", Owner.inWords(), details(parts));
            }
            return context.print(
                    new PurgeReport(dryRun, parts, ofArchive()),
                    context.settings().timeZone());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What to type for the archive alone. */
    private String ofArchive() {
        Duration asked = only.contains(Kept.ARCHIVE) ? olderThan : null;
        return "atelier purge --only " + Kept.ARCHIVE.word()
                + (asked == null ? "" : " --older-than " + Durations.text(asked)) + (dryRun ? " --dry-run" : "");
    }

    private Duration age(Kept kind) {
        Duration asked = olderThan;
        boolean meant = !kind.onlyByName() || only.contains(kind);
        return asked != null && meant ? asked : context.settings().retention().of(kind);
    }

    private long purge(Kept kind, Connection connection, Instant before) throws SQLException, IOException {
        OldRows rows = new OldRows(connection);
        return switch (kind) {
            case REJECTS -> dryRun ? rows.rejects(before) : rows.deleteRejects(before);
            case IDLE -> dryRun ? rows.idleRuns(before) : rows.deleteIdleRuns(before);
            case RUNS -> dryRun ? rows.runs(before) : rows.deleteRuns(before);
            case VANISHED_ORDERS -> dryRun ? rows.vanishedOrders(before) : rows.deleteVanishedOrders(before);
            case LOGS -> logs(before);
            case ARCHIVE -> throw new IllegalArgumentException("the archive needs the lock");
        };
    }

    private long logs(Instant before) throws SQLException, IOException {
        List<Long> open =
                RunActions.now(context, null).stream().map(RunNow::runId).toList();
        OldLogs logs = new OldLogs(context.settings().dataDir().resolve("logs"), open);
        return dryRun ? logs.before(before).size() : logs.delete(before);
    }

    /** Under the lock of the job, so that no run and no shard is at work. */
    private List<PurgeReport.Part> archive(DatabaseSettings database, Connection connection, Instant before)
            throws SQLException, IOException {
        Instant now = context.clock.instant();
        try (RunLock lock = RunLock.take(database, MachineLogs.NAME, patience).orElse(null)) {
            if (lock == null) {
                return List.of(
                        new PurgeReport.Part(Kept.ARCHIVE.word(), before, null),
                        new PurgeReport.Part("orphans", before, null),
                        new PurgeReport.Part("unfinished", now.minus(OldArchive.YOUNG), null));
            }
            OldArchive archive = new OldArchive(
                    connection, new LandingArea(context.settings().machineLogs().landing()));
            var day = before.atZone(context.settings().timeZone()).toLocalDate();
            long copies = dryRun ? archive.before(day).size() : archive.purge(day);
            long orphans = dryRun ? archive.orphans(before).size() : archive.removeOrphans(before);
            long leftOvers = dryRun ? archive.leftOvers(now).size() : archive.removeLeftOvers(now);
            return List.of(
                    new PurgeReport.Part(Kept.ARCHIVE.word(), before, copies),
                    new PurgeReport.Part("orphans", before, orphans),
                    new PurgeReport.Part("unfinished", now.minus(OldArchive.YOUNG), leftOvers));
        }
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
