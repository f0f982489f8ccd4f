package org.atelier.measurements.move;

import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.atelier.files.afterload.CleanedFile;
import org.atelier.files.afterload.CleanupFile;
import org.atelier.files.afterload.CleanupOutcome;
import org.atelier.measurements.MeasurementsSettings;
import org.atelier.run.Progress;
import org.atelier.transfer.RemoteConnections;
import org.atelier.transfer.RemoteSource;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Moves planned files, each before the transaction that notes it. Cut off between the two, the next attempt finds the
 * file where it was moved to. Thread-safe.
 */
public final class MoveFiles implements ItemProcessor<CleanupFile, CleanedFile> {

    private final Map<String, RemoteSource> sources;
    private final RemoteConnections connections;
    private final Progress progress;

    /** Takes what it needs. */
    public MoveFiles(MeasurementsSettings settings, RemoteConnections connections, Progress progress) {
        this.sources = settings.sources().stream().collect(Collectors.toMap(RemoteSource::label, Function.identity()));
        this.connections = connections;
        this.progress = progress;
    }

    @Override
    public CleanedFile process(CleanupFile file) throws IOException {
        progress.phase("moving files");
        RemoteSource source = sources.get(file.source());
        if (source == null) {
            return new CleanedFile(file, CleanupOutcome.stays("its source is not configured any more"));
        }
        RemoteMove move = new RemoteMove(file);
        return new CleanedFile(file, connections.use("Moving " + file.path(), source, move::on));
    }
}
