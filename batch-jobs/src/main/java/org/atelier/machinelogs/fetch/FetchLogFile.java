package org.atelier.machinelogs.fetch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.atelier.machinelogs.MachineLogSettings;
import org.atelier.machinelogs.ledger.CentreCodes;
import org.atelier.machinelogs.ledger.FileLedger;
import org.atelier.machinelogs.ledger.FileVersion;
import org.atelier.machinelogs.ledger.PlannedFile;
import org.atelier.machinelogs.line.PlausibleTimes;
import org.atelier.reject.RejectGuard;
import org.atelier.run.Progress;
import org.atelier.transfer.LandedFile;
import org.atelier.transfer.Landing;
import org.atelier.transfer.LandingArea;
import org.atelier.transfer.OwnDiskException;
import org.atelier.transfer.RemoteConnections;
import org.atelier.transfer.RemoteRetry;
import org.atelier.transfer.RemoteSource;
import org.atelier.transfer.UnreachableException;
import org.slf4j.MDC;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Brings one file into the landing area and reads it once. A file that cannot be had is a {@link Fetched.Failed}; a
 * server that cannot be reached after retries, and a full disk of our own, end the step. Thread-safe.
 */
public final class FetchLogFile implements ItemProcessor<PlannedFile, Fetched> {

    private final Map<String, RemoteSource> sources;
    private final MachineLogSettings settings;
    private final RemoteConnections connections;
    private final RemoteRetry retry;
    private final LandingArea landingArea;
    private final FileScanner scanner;
    private final ScannedRejects rejects;
    private final FileLedger ledger;
    private final CentreCodes codes;
    private final Progress progress;
    private final RejectGuard guard;
    private final Clock clock;

    /** Takes what it needs. */
    public FetchLogFile(
            MachineLogSettings settings,
            RemoteConnections connections,
            RemoteRetry retry,
            LandingArea landingArea,
            FileScanner scanner,
            ScannedRejects rejects,
            FileLedger ledger,
            CentreCodes codes,
            Progress progress,
            RejectGuard guard,
            Clock clock) {
        this.sources = settings.sources().stream().collect(Collectors.toMap(RemoteSource::label, Function.identity()));
        this.settings = settings;
        this.connections = connections;
        this.retry = retry;
        this.landingArea = landingArea;
        this.scanner = scanner;
        this.rejects = rejects;
        this.ledger = ledger;
        this.codes = codes;
        this.progress = progress;
        this.guard = guard;
        this.clock = clock;
    }

    @Override
    public Fetched process(PlannedFile file) throws IOException {
        progress.phase("fetching");
        MDC.put("file", file.path());
        try (Landing landing = land(file)) {
            return new Fetched.Done(file, read(file, landing));
        } catch (UnreachableException | OwnDiskException e) {
            throw e;
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                // Nobody is to blame but who stops this worker: the file's attempts are not counted up.
                throw e;
            }
            return new Fetched.Failed(file, cause(e));
        } finally {
            progress.done(file.size());
            MDC.remove("file");
        }
    }

    private Landing land(PlannedFile file) throws IOException {
        RemoteSource source = sources.get(file.source());
        if (source == null) {
            throw new IOException("Its source " + file.source() + " is not configured any more");
        }
        return retry.call(
                "Fetching " + file.path(),
                () -> connections.use(source, directory -> landingArea.take(directory, file.path(), clock)));
    }

    private FileVersion read(PlannedFile file, Landing landing) throws IOException {
        LandedFile landed = landing.file();
        ShrunkFile.refuse(file.size(), landed);
        boolean asListed = landed.size() == file.size() && landed.modified().equals(file.modified());
        Instant first = ledger.firstDownload(file.id(), landed.sha256()).orElse(landed.downloadedAt());
        PlausibleTimes plausible = PlausibleTimes.of(landed.modified(), first, settings.timeZone());
        ScannedRejects.OfFile rejected = new ScannedRejects.OfFile();
        FileScan scan = scanner.scan(
                landing.content(),
                plausible,
                settings.dayRule(codes.code(file.centreId())),
                !(file.stable() && asListed),
                rejected);
        progress.read(scan.counts().lines(), scan.counts().rejected());
        guard.count(file.path(), scan.counts().lines(), scan.counts().rejected());
        FileVersion version = scan.versionOf(landed, first);
        rejects.keep(file.id(), version, rejected);
        return version;
    }

    private static String cause(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return "no permission to read " + denied.getFile();
        }
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
