package org.atelier.measurements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.atelier.measurements.catalogue.CatalogueSettings;
import org.atelier.measurements.influx.InfluxSettings;
import org.atelier.measurements.point.ReadingRules.LastLine;
import org.atelier.measurements.point.ReadingRules.ZeroMarkers;
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
import org.atelier.transfer.RemoteRetry;
import org.atelier.transfer.RemoteSource;

/** Measuring boxes for a test: a data folder, a database of its own, a landing area and a clock that can be set on. */
final class Boxes extends BoxesDatabase {

    static final Duration GRACE = Duration.ofMinutes(10);

    final Path data;
    final Path reports;
    private final Path landing;
    private List<RemoteSource> sources;
    private int workers = 2;
    private LastLine lastLine = LastLine.STRICT;
    private ZeroMarkers zeroMarkers = ZeroMarkers.STORE;
    private Map<String, ZoneId> zones = Map.of();
    private RejectLimits limits = RejectLimits.NONE;
    private Runnable afterListing = () -> {};
    private Runnable afterLanding = () -> {};
    private Duration ahead = Duration.ZERO;
    private Set<MeasurementsSettings.Sink> sinks = Set.of(MeasurementsSettings.Sink.POSTGRESQL);
    private InfluxSettings influx = InfluxSettings.NONE;
    private CatalogueSettings catalogue = CatalogueSettings.NONE;
    private RemoteRetry retry = new RemoteRetry(0, Duration.ZERO);

    Boxes(Path directory) throws IOException {
        data = Files.createDirectories(directory.resolve("data"));
        reports = directory.resolve("logs/reports");
        landing = directory.resolve("landing");
        sources = List.of(RemoteSource.parse(data.toString()));
    }

    Boxes sources(RemoteSource... others) {
        sources = List.of(others);
        return this;
    }

    Boxes workers(int number) {
        workers = number;
        return this;
    }

    Boxes lastLine(LastLine policy) {
        lastLine = policy;
        return this;
    }

    Boxes zeroMarkers(ZeroMarkers policy) {
        zeroMarkers = policy;
        return this;
    }

    Boxes zones(Map<String, ZoneId> ofFolders) {
        zones = ofFolders;
        return this;
    }

    /** Points go there, too. */
    Boxes influx(InfluxSettings server) {
        influx = server;
        return sinks(MeasurementsSettings.Sink.POSTGRESQL, MeasurementsSettings.Sink.INFLUXDB);
    }

    /** A service that is told the channels. */
    Boxes catalogue(CatalogueSettings service) {
        catalogue = service;
        return this;
    }

    Boxes sinks(MeasurementsSettings.Sink... all) {
        sinks = Set.of(all);
        return this;
    }

    Boxes retry(RemoteRetry faults) {
        retry = faults;
        return this;
    }

    Boxes limits(RejectLimits rejects) {
        limits = rejects;
        return this;
    }

    /** What happens once, after the next run has listed its sources and before it fetches anything. */
    Boxes afterListing(Runnable event) {
        afterListing = event;
        return this;
    }

    /** What happens once, when the next run has a file in the landing area and asks whether its upload goes on. */
    Boxes afterLanding(Runnable event) {
        afterLanding = event;
        return this;
    }

    /** Lets time pass by our own clock. */
    Boxes later(Duration duration) {
        ahead = ahead.plus(duration);
        return this;
    }

    Path landing() {
        return landing;
    }

    /** Writes a file that was uploaded an hour ago; bars stand for tabs. */
    Boxes file(String path, String text) {
        return bytes(path, text.replace('|', '\t').getBytes(StandardCharsets.UTF_8), Duration.ofHours(1));
    }

    /** Writes a file that was uploaded just now; bars stand for tabs. */
    Boxes fresh(String path, String text) {
        return bytes(path, text.replace('|', '\t').getBytes(StandardCharsets.UTF_8), Duration.ZERO);
    }

    Boxes bytes(String path, byte[] content, Duration age) {
        try {
            Path file = data.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            Instant modified = now().minus(age).truncatedTo(ChronoUnit.SECONDS);
            Files.setLastModifiedTime(file, FileTime.from(modified));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file below the data folder, by its path. */
    List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> data.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /** What a file holds, tabs as bars. */
    String text(String path) throws IOException {
        return Files.readString(data.resolve(path)).replace('\t', '|');
    }

    RunReport run() throws Exception {
        return run(RunOptions.ALL);
    }

    RunReport run(RunOptions options) throws Exception {
        return run(options, Measurements.NAME);
    }

    RunReport run(RunOptions options, String scope) throws Exception {
        return engine().run(new RunOrder(
                Measurements.NAME,
                MeasurementsJob.class,
                scope,
                new RunTarget.Tick(),
                Duration.ZERO,
                true,
                List.of(settings(), options, limits, new Progress(), new BoxesClock(), retry),
                new StopRequest(),
                RunHooks.NONE));
    }

    private RunEngine engine() {
        RunOwner owner = new RunOwner("test", ProcessHandle.current().pid(), null, "manual", "test");
        return new RunEngine(
                databaseSettings(), new EngineSettings(workers), owner, id -> "logs/run-" + id + ".log", TypedStep::of);
    }

    /** What a run came to; one that could not even tell that, or was not done, fails the test. */
    RunSummary done() throws Exception {
        RunReport report = run();
        if (!List.of(0, 8).contains(report.ending().exitCode())) {
            throw new AssertionError(report.ending() + ": " + report.cause());
        }
        return summaryOf(report);
    }

    static RunSummary summaryOf(RunReport report) {
        return Objects.requireNonNull(report.summary(), "the run has no summary: " + report.cause());
    }

    MeasurementsSettings settings() {
        return new MeasurementsSettings(
                sources, lastLine, zeroMarkers, zones, GRACE, reports, workers, landing, sinks, influx, catalogue);
    }

    private Instant now() {
        return Instant.now(Clock.systemUTC()).plus(ahead);
    }

    /** The boxes' time. The job asks for it first when it has listed the sources. */
    private final class BoxesClock extends Clock {

        @Override
        public Instant instant() {
            Runnable event = afterListing;
            afterListing = () -> {};
            event.run();
            if (landed()) {
                event = afterLanding;
                afterLanding = () -> {};
                event.run();
            }
            return now();
        }

        private boolean landed() {
            if (!Files.isDirectory(landing)) {
                return false;
            }
            try (Stream<Path> all = Files.walk(landing)) {
                return all.anyMatch(file -> file.toString().endsWith(".gz"));
            } catch (IOException | UncheckedIOException e) {
                return false;
            }
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
