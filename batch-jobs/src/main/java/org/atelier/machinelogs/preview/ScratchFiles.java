package org.atelier.machinelogs.preview;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.atelier.files.LedgerFile;
import org.atelier.files.ShrunkFile;
import org.atelier.machinelogs.MachineLogSettings;
import org.atelier.machinelogs.event.EventDecoders;
import org.atelier.machinelogs.fetch.FileScan;
import org.atelier.machinelogs.fetch.FileScanner;
import org.atelier.machinelogs.find.FoundFile;
import org.atelier.machinelogs.find.TakenFile;
import org.atelier.machinelogs.ledger.LogVersion;
import org.atelier.machinelogs.line.PlausibleTimes;
import org.atelier.transfer.LandedFile;
import org.atelier.transfer.LandingArea;
import org.atelier.transfer.RemoteConnections;
import org.atelier.transfer.RemoteRetry;
import org.jspecify.annotations.Nullable;

/** Files fetched into a scratch directory, beside the landing area, which is only read. Holds connections. */
final class ScratchFiles implements Closeable {

    private final MachineLogSettings settings;
    private final FileScanner scanner;
    private final LandingArea scratch;
    private final LandingArea landing;
    private final RemoteConnections connections = new RemoteConnections(RemoteRetry.standard());
    private final Clock clock;

    ScratchFiles(MachineLogSettings settings, EventDecoders decoders, Path directory, Clock clock) {
        this.settings = settings;
        this.scanner = new FileScanner(decoders);
        this.scratch = new LandingArea(directory);
        this.landing = new LandingArea(settings.landing());
        this.clock = clock;
    }

    /** Fetches a file and reads it once. */
    LogVersion read(String code, TakenFile taken, @Nullable LedgerFile<LogVersion> before) throws IOException {
        FoundFile file = taken.file();
        if (file.fault() != null) {
            throw new IOException(file.fault());
        }
        LandedFile landed = connections.use(file.source(), remote -> scratch.land(remote, file.path(), clock));
        ShrunkFile.refuse(file.size(), landed);
        LogVersion known = before == null ? null : before.loaded();
        Instant first =
                known != null && known.sha256().equals(landed.sha256()) ? known.downloadedAt() : landed.downloadedAt();
        FileScan scan = scanner.scan(
                scratch.open(landed.sha256()),
                PlausibleTimes.of(landed.modified(), first, settings.timeZone()),
                settings.dayRule(code),
                !taken.stable());
        return scan.versionOf(landed, first);
    }

    /** A content, fetched now or loaded before. */
    InputStream open(String sha256) throws IOException {
        return scratch.contains(sha256) ? scratch.open(sha256) : landing.open(sha256);
    }

    @Override
    public void close() {
        connections.close();
    }
}
