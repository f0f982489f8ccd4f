package org.atelier.machinelogs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.atelier.catalog.JobPreview;
import org.atelier.catalog.PreviewReport;
import org.atelier.files.afterload.AfterLoad;
import org.atelier.machinelogs.gate.GateLimits;
import org.atelier.reject.RejectLimits;
import org.atelier.run.Progress;
import org.atelier.run.RunHooks;
import org.atelier.run.RunOptions;
import org.atelier.run.RunOrder;
import org.atelier.run.RunOwner;
import org.atelier.run.RunReport;
import org.atelier.run.RunSummary;
import org.atelier.run.RunTarget;
import org.atelier.run.StopRequest;
import org.atelier.run.TypedStep;
import org.atelier.run.engine.EngineSettings;
import org.atelier.run.engine.RunEngine;
import org.atelier.settings.JobSettings;
import org.atelier.settings.Secret;
import org.atelier.sql.DatabaseSettings;
import org.atelier.transfer.RemoteRetry;
import org.atelier.transfer.RemoteSource;

/** A plant for a test: a directory of log files, a database of its own, a landing area and a clock that can be set. */
final class Plant extends PlantDatabase {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    final Path logs;
    private final Path landing;
    private String databaseUrl = database.jdbcUrl();
    private List<RemoteSource> sources;
    private int workers = 2;
    private LocalTime dayStart = LocalTime.MIDNIGHT;
    private Map<String, LocalTime> dayStarts = Map.of();
    private Set<String> excluded = Set.of();
    private AfterLoad afterLoad = AfterLoad.KEEP;
    private GateLimits gate = GateLimits.USUAL;
    private Runnable afterListing = () -> {};
    private Instant now = Instant.parse("2026-01-15T12:00:00Z");

    Plant(Path directory) throws Exception {
        logs = Files.createDirectories(directory.resolve("logs"));
        landing = directory.resolve("landing");
        sources = List.of(RemoteSource.parse(logs.toUri().toString()));
    }

    Plant sources(RemoteSource... others) {
        sources = List.of(others);
        return this;
    }

    Plant workers(int number) {
        workers = number;
        return this;
    }

    Plant dayStart(LocalTime time) {
        dayStart = time;
        return this;
    }

    Plant dayStarts(Map<String, LocalTime> times) {
        dayStarts = times;
        return this;
    }

    Plant excluding(String... directories) {
        excluded = Set.of(directories);
        return this;
    }

    Plant afterLoad(AfterLoad policy) {
        afterLoad = policy;
        return this;
    }

    Plant gate(GateLimits limits) {
        gate = limits;
        return this;
    }

    /** What happens once, after the next run has listed its sources and before it fetches anything. */
    Plant afterListing(Runnable event) {
        afterListing = event;
        return this;
    }

    /** Removes a log file from the source. */
    void delete(String path) {
        try {
            Files.delete(logs.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a run would do. */
    PreviewReport preview(RunOptions options, Path scratch) throws IOException {
        return new MachineLogs()
                .preview()
                .look(new JobPreview.Question(
                        new JobSettings(List.of(settings())),
                        Optional.of(databaseSettings()),
                        options,
                        scratch,
                        new PlantClock()));
    }

    Path landing() {
        return landing;
    }

    /**
     * Connects runs to the database through this port of 127.0.0.1; without prepared statements, so that texts show.
     */
    Plant databasePort(int port) {
        databaseUrl = database.jdbcUrl().replaceFirst(":\\d+/", ":" + port + "/");
        databaseUrl += (databaseUrl.contains("?") ? "&" : "?") + "prepareThreshold=0&sslmode=disable";
        return this;
    }

    /** Connects runs to the database directly again. */
    Plant databaseDirectly() {
        databaseUrl = database.jdbcUrl();
        return this;
    }

    /** Lets time pass by our own clock. */
    Plant later(Duration duration) {
        now = now.plus(duration);
        return this;
    }

    /** Writes a log file in windows-1252; its modification time is the given one. */
    Plant log(String path, String modified, String... lines) throws IOException {
        return bytes(path, modified, (String.join("\r\n", lines) + "\r\n").getBytes(Charset.forName("windows-1252")));
    }

    Plant bytes(String path, String modified, byte[] content) throws IOException {
        Path file = logs.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse(modified)));
        return this;
    }

    RunReport run() throws Exception {
        return run(RunOptions.ALL);
    }

    RunReport run(RunOptions options) throws Exception {
        return run(options, "machine-logs", id -> {});
    }

    /** Runs in a scope; {@code begun} is called on the run's thread before its first step. */
    RunReport run(RunOptions options, String scope, LongConsumer begun) throws Exception {
        RunOwner owner = new RunOwner("test", ProcessHandle.current().pid(), null, "manual", "test");
        RunEngine engine = new RunEngine(
                databaseSettings(),
                new EngineSettings(workers),
                owner,
                id -> {
                    begun.accept(id);
                    return "logs/run-" + id + ".log";
                },
                TypedStep::of);
        return engine.run(MachineLogJob.class, scope, beans(options));
    }

    /** Runs what is asked for in a scope. */
    RunReport run(RunTarget target, String scope) throws Exception {
        RunOwner owner = new RunOwner("test", ProcessHandle.current().pid(), null, "manual", "test");
        RunEngine engine = new RunEngine(
                databaseSettings(), new EngineSettings(workers), owner, id -> "logs/run-" + id + ".log", TypedStep::of);
        return engine.run(new RunOrder(
                "machine-logs",
                MachineLogJob.class,
                scope,
                target,
                Duration.ZERO,
                true,
                beans(RunOptions.ALL),
                new StopRequest(),
                RunHooks.NONE));
    }

    private List<Object> beans(RunOptions options) {
        return List.of(
                settings(),
                options,
                RejectLimits.NONE,
                new Progress(),
                new PlantClock(),
                new RemoteRetry(1, Duration.ofMillis(10)));
    }

    /** What the run came to; a run that could not even tell that fails the test. */
    static RunSummary summaryOf(RunReport report) {
        return Objects.requireNonNull(report.summary(), "the run has no summary");
    }

    DatabaseSettings databaseSettings() {
        return new DatabaseSettings(databaseUrl, database.username(), new Secret(database.password()));
    }

    /** Removes a content from the landing area, as a cleaning that went too far would. */
    void loseLandingCopy(String path) throws IOException {
        Files.delete(landingCopy(path));
    }

    /** Where the loaded content of a file lies in the landing area. */
    Path landingCopy(String path) {
        String sha256 = sql().withHandle(
                        handle -> handle.createQuery("select sha256 from fichier_source where chemin = :path")
                                .bind("path", path)
                                .mapTo(String.class)
                                .one());
        return landing.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2) + ".gz");
    }

    MachineLogSettings settings() {
        return new MachineLogSettings(
                sources,
                PARIS,
                dayStart,
                dayStarts,
                Map.of("DEM12", "PVC", "DEMALU", "ALU", "SU12", "HYBRIDE"),
                excluded,
                Duration.ofSeconds(60),
                afterLoad,
                workers,
                landing,
                gate,
                Duration.ofDays(7));
    }

    /** The plant's time. The job asks for it first when it has listed the sources. */
    private final class PlantClock extends Clock {

        @Override
        public Instant instant() {
            Runnable event = afterListing;
            afterListing = () -> {};
            event.run();
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("Instants have no zone");
        }
    }
}
