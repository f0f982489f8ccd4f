package org.atelier.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.atelier.run.Progress;
import org.atelier.transfer.LandedFile;
import org.atelier.transfer.Landing;
import org.atelier.transfer.LandingArea;
import org.atelier.transfer.OwnDiskException;
import org.atelier.transfer.RemoteConnections;
import org.atelier.transfer.RemoteSource;
import org.atelier.transfer.UnreachableException;
import org.slf4j.MDC;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Brings one file into the landing area and reads it once. A file that cannot be had is a {@link Fetched.Failed}; a
 * server that cannot be reached after retries, and a full disk of our own, end the step. Thread-safe.
 *
 * @param <V> what the job knows of one content of a file
 */
public final class FetchFile<V extends FileVersion> implements ItemProcessor<PlannedFile<V>, Fetched<V>> {

    private final Map<String, RemoteSource> sources;
    private final RemoteConnections connections;
    private final LandingArea landingArea;
    private final FileLedger<V> ledger;
    private final ReadFetched<V> reading;
    private final Progress progress;
    private final Clock clock;

    /** Takes what it needs. */
    public FetchFile(
            Collection<RemoteSource> sources,
            RemoteConnections connections,
            LandingArea landingArea,
            FileLedger<V> ledger,
            ReadFetched<V> reading,
            Progress progress,
            Clock clock) {
        this.sources = sources.stream().collect(Collectors.toMap(RemoteSource::label, Function.identity()));
        this.connections = connections;
        this.landingArea = landingArea;
        this.ledger = ledger;
        this.reading = reading;
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    public Fetched<V> process(PlannedFile<V> file) throws IOException {
        progress.phase("fetching");
        MDC.put("file", file.path());
        try (Landing landing = land(file)) {
            return new Fetched.Done<>(file, read(file, landing));
        } catch (UnreachableException | OwnDiskException e) {
            throw e;
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                // Nobody is to blame but who stops this worker: the file's attempts are not counted up.
                throw e;
            }
            return new Fetched.Failed<>(file, cause(e));
        } finally {
            progress.done(file.size());
            MDC.remove("file");
        }
    }

    private Landing land(PlannedFile<V> file) throws IOException {
        RemoteSource source = sources.get(file.source());
        if (source == null) {
            throw new IOException("Its source " + file.source() + " is not configured any more");
        }
        return connections.use(
                "Fetching " + file.path(), source, directory -> landingArea.take(directory, file.path(), clock));
    }

    private V read(PlannedFile<V> file, Landing landing) throws IOException {
        LandedFile landed = landing.file();
        ShrunkFile.refuse(file.size(), landed);
        boolean asListed = landed.size() == file.size() && landed.modified().equals(file.modified());
        Instant first = ledger.firstDownload(file.id(), landed.sha256()).orElse(landed.downloadedAt());
        return reading.read(file, landing, first, asListed);
    }

    private static String cause(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return "no permission to read " + denied.getFile();
        }
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
