package org.atelier.files.afterload;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.atelier.run.Progress;
import org.atelier.transfer.LandingArea;
import org.atelier.transfer.RemoteConnections;
import org.atelier.transfer.RemoteSource;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Archives or deletes planned files, each after its landing copy was hashed again, before the transaction that notes
 * it. Cut off between the two, the next attempt finds the file in the archive, or gone. Thread-safe.
 */
public final class CleanUpFiles implements ItemProcessor<CleanupFile, CleanedFile> {

    private final Map<String, RemoteSource> sources;
    private final AfterLoad policy;
    private final RemoteConnections connections;
    private final LandingArea landing;
    private final Progress progress;

    /** Takes what it needs. */
    public CleanUpFiles(
            Collection<RemoteSource> sources,
            AfterLoad policy,
            RemoteConnections connections,
            LandingArea landing,
            Progress progress) {
        this.sources = sources.stream().collect(Collectors.toMap(RemoteSource::label, Function.identity()));
        this.policy = policy;
        this.connections = connections;
        this.landing = landing;
        this.progress = progress;
    }

    @Override
    public CleanedFile process(CleanupFile file) throws IOException {
        progress.phase("tidying up");
        return new CleanedFile(file, cleanUp(file));
    }

    private CleanupOutcome cleanUp(CleanupFile file) throws IOException {
        RemoteSource source = sources.get(file.source());
        if (source == null) {
            return CleanupOutcome.stays("its source is not configured any more");
        }
        try {
            landing.verify(file.sha256());
        } catch (IOException e) {
            return CleanupOutcome.stays(String.valueOf(e.getMessage()));
        }
        RemoteCleanup cleanup = new RemoteCleanup(policy, file);
        return connections.use("Tidying up " + file.path(), source, cleanup::on);
    }
}
