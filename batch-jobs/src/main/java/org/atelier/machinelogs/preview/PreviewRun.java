package org.atelier.machinelogs.preview;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.atelier.catalog.JobPreview;
import org.atelier.catalog.PreviewReport;
import org.atelier.database.Databases;
import org.atelier.files.LedgerFile;
import org.atelier.machinelogs.MachineLogSettings;
import org.atelier.machinelogs.centre.CentreDirectories;
import org.atelier.machinelogs.find.CentreListing;
import org.atelier.machinelogs.find.FileAskedFor;
import org.atelier.machinelogs.find.Found;
import org.atelier.machinelogs.find.FoundFile;
import org.atelier.machinelogs.find.LogFileFinder;
import org.atelier.machinelogs.find.TakeFiles;
import org.atelier.machinelogs.ledger.CentreCodes;
import org.atelier.machinelogs.ledger.DayStarts;
import org.atelier.machinelogs.ledger.LogLedger;
import org.atelier.machinelogs.ledger.LogVersion;
import org.atelier.machinelogs.plan.DayRules;
import org.atelier.run.DayRange;
import org.atelier.sql.Sql;
import org.atelier.transfer.RemoteRetry;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Does what a run of {@code machine-logs} does up to the point where it would write, and shows the sessions. */
public final class PreviewRun implements JobPreview {

    @Override
    public PreviewReport look(Question question) throws IOException {
        MachineLogSettings settings = question.settings().get(MachineLogSettings.class);
        Jdbi jdbi = question.database()
                .map(database -> Sql.on(() -> Databases.connect(database)))
                .orElse(null);
        LogLedger ledger = jdbi == null ? null : new LogLedger(jdbi);
        CentreDirectories directories = new CentreDirectories(settings.centres(), settings.excludedDirectories());
        Found found = new LogFileFinder(directories, RemoteRetry.standard()).find(settings.sources());
        FileAskedFor.check(found, question.options().file());
        Map<String, PreviewedCentre> centres = new TreeMap<>();
        long files = take(found, settings, ledger, question, centres);
        DayRange range = question.options().days();
        if (jdbi != null && ledger != null) {
            CentreCodes codes = new CentreCodes(jdbi);
            List<Long> ids = range == null
                    ? new DayRules(settings, codes, new DayStarts(jdbi)).centresWithOtherDays()
                    : ledger.centresWithEvents(
                            range.from().minusDays(1), range.to().plusDays(1));
            ids.forEach(id -> centres.computeIfAbsent(codes.code(id), PreviewedCentre::new)
                    .loaded(id));
        }
        try (SessionPreview sessions = new SessionPreview(settings, ledger, question)) {
            for (PreviewedCentre centre : centres.values()) {
                sessions.add(centre);
            }
            return sessions.report(files, found.problems());
        }
    }

    /** Sorts the files that a run would take by centre; returns how many there are. */
    private static long take(
            Found found,
            MachineLogSettings settings,
            @Nullable LogLedger ledger,
            Question question,
            Map<String, PreviewedCentre> centres) {
        TakeFiles take = new TakeFiles(settings.settle(), question.clock().instant(), question.options());
        long files = 0;
        for (CentreListing listing : found.centres()) {
            List<String> paths = listing.files().stream().map(FoundFile::path).toList();
            Map<String, LedgerFile<LogVersion>> known =
                    ledger == null ? Map.of() : ledger.known(listing.source().label(), paths);
            files += paths.size();
            centres.computeIfAbsent(listing.centre().code(), PreviewedCentre::new)
                    .add(take.decide(listing, known), known);
        }
        return files;
    }
}
