package org.atelier.machinelogs.preview;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.atelier.catalog.JobPreview;
import org.atelier.catalog.PreviewReport;
import org.atelier.machinelogs.MachineLogSettings;
import org.atelier.machinelogs.centre.CentreDirectories;
import org.atelier.machinelogs.find.CentreListing;
import org.atelier.machinelogs.find.Found;
import org.atelier.machinelogs.find.FoundFile;
import org.atelier.machinelogs.find.LogFileFinder;
import org.atelier.machinelogs.find.TakeFiles;
import org.atelier.machinelogs.ledger.FileLedger;
import org.atelier.machinelogs.ledger.LedgerFile;
import org.atelier.run.DatabaseSettings;
import org.atelier.transfer.RemoteRetry;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Does what a run of {@code machine-logs} does up to the point where it would write, and shows the sessions. */
public final class PreviewRun implements JobPreview {

    @Override
    public PreviewReport look(Question question) throws IOException {
        MachineLogSettings settings = question.settings().get(MachineLogSettings.class);
        FileLedger ledger = question.database().map(PreviewRun::ledger).orElse(null);
        CentreDirectories directories = new CentreDirectories(settings.centres(), settings.excludedDirectories());
        Found found = new LogFileFinder(directories, RemoteRetry.standard()).find(settings.sources());
        SessionPreview sessions = new SessionPreview(settings, ledger, question);
        TakeFiles take = new TakeFiles(settings.settle(), question.clock().instant(), question.options());
        Map<String, PreviewedCentre> taken = new TreeMap<>();
        long files = 0;
        for (CentreListing listing : found.centres()) {
            List<String> paths = listing.files().stream().map(FoundFile::path).toList();
            Map<String, LedgerFile> known =
                    ledger == null ? Map.of() : ledger.known(listing.source().label(), paths);
            files += paths.size();
            taken.computeIfAbsent(listing.centre().code(), PreviewedCentre::new)
                    .add(take.decide(listing, known), known);
        }
        for (PreviewedCentre centre : taken.values()) {
            sessions.add(centre);
        }
        return sessions.report(files, found.leftOut());
    }

    private static FileLedger ledger(DatabaseSettings database) {
        return new FileLedger(Jdbi.create(
                        database.url(), database.username(), database.password().reveal())
                .installPlugin(new PostgresPlugin()));
    }
}
