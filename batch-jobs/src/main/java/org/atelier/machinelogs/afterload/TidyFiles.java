package org.atelier.machinelogs.afterload;

import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.atelier.machinelogs.MachineLogSettings;
import org.atelier.run.Progress;
import org.atelier.run.RunContext;
import org.atelier.transfer.LandingArea;
import org.atelier.transfer.RemoteConnections;
import org.atelier.transfer.RemoteRetry;
import org.atelier.transfer.RemoteSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Archives or deletes planned files, one a transaction, each after its landing copy was hashed again. Cut off between
 * the server's act and the commit, the next attempt finds the file in the archive, or gone. Thread-safe.
 */
public final class TidyFiles implements ItemWriter<TidyFile> {

    private static final Logger LOG = LoggerFactory.getLogger(TidyFiles.class);

    private final Map<String, RemoteSource> sources;
    private final MachineLogSettings settings;
    private final RemoteConnections connections;
    private final RemoteRetry retry;
    private final LandingArea landing;
    private final TidyPlan plan;
    private final Progress progress;

    /** Takes what it needs. */
    public TidyFiles(
            MachineLogSettings settings,
            RemoteConnections connections,
            RemoteRetry retry,
            LandingArea landing,
            TidyPlan plan,
            Progress progress) {
        this.sources = settings.sources().stream().collect(Collectors.toMap(RemoteSource::label, Function.identity()));
        this.settings = settings;
        this.connections = connections;
        this.retry = retry;
        this.landing = landing;
        this.plan = plan;
        this.progress = progress;
    }

    @Override
    public void write(Chunk<? extends TidyFile> chunk) throws IOException {
        progress.phase("tidying up");
        for (TidyFile file : chunk) {
            Tidied tidied = tidy(file);
            if (tidied.cause() != null) {
                LOG.atWarn()
                        .addKeyValue("file", file.path())
                        .log("{} stays on the server: {}", file.path(), tidied.cause());
            }
            plan.note(RunContext.current().instance(), file, tidied);
        }
    }

    private Tidied tidy(TidyFile file) throws IOException {
        RemoteSource source = sources.get(file.source());
        if (source == null) {
            return Tidied.stays("its source is not configured any more");
        }
        try {
            landing.verify(file.sha256());
        } catch (IOException e) {
            return Tidied.stays(String.valueOf(e.getMessage()));
        }
        TidyRemote tidy = new TidyRemote(settings.afterLoad(), file);
        return retry.call("Tidying up " + file.path(), () -> connections.use(source, tidy::on));
    }
}
