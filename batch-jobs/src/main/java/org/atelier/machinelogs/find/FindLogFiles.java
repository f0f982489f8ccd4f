package org.atelier.machinelogs.find;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.atelier.files.DirectoryReport;
import org.atelier.machinelogs.MachineLogSettings;
import org.atelier.run.Progress;
import org.atelier.run.RunOptions;
import org.atelier.run.step.PreparedWork;
import org.atelier.run.step.RunContext;
import org.atelier.run.step.StepTransactions;
import org.atelier.sql.SqlStates;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Looks at all sources; then notes what was seen in the ledger and plans which files the run takes, in one transaction.
 */
public final class FindLogFiles implements PreparedWork {

    private final LogFileFinder finder;
    private final MachineLogSettings settings;
    private final NoteFound noted;
    private final RunOptions options;
    private final Progress progress;
    private final StepTransactions parts;
    private final Clock clock;
    private volatile @Nullable Found found;

    /** Takes what it needs. */
    public FindLogFiles(
            LogFileFinder finder,
            MachineLogSettings settings,
            NoteFound noted,
            RunOptions options,
            Progress progress,
            StepTransactions parts,
            Clock clock) {
        this.parts = parts;
        this.finder = finder;
        this.settings = settings;
        this.noted = noted;
        this.options = options;
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    public void prepare() throws IOException {
        if (options.rebuild() != null) {
            // Days are built from the landing area: no server need answer.
            found = new Found(List.of(), List.of());
            return;
        }
        progress.phase("looking for log files");
        Found listed = finder.find(settings.sources());
        FileAskedFor.check(listed, options.file());
        found = listed;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws SQLException, IOException {
        long run = RunContext.current().instance();
        Found listed = Objects.requireNonNull(found, "prepare comes first");
        noted.plant(settings);
        Instant now = clock.instant();
        TakeFiles take = new TakeFiles(settings.settle(), now, options);
        for (CentreListing whole : listed.centres()) {
            StorableFiles files = StorableFiles.of(whole.within(options.shard()));
            SQLException refused = parts.part(() -> noted.note(run, files, take, now, contribution));
            if (refused != null) {
                noted.leftOut(
                        run,
                        DirectoryReport.leftOut(
                                whole.source().label(),
                                whole.directory(),
                                "the ledger cannot keep its log files: " + SqlStates.sentence(refused),
                                true));
            }
        }
        for (DirectoryReport report : listed.leftOut()) {
            noted.leftOut(run, report);
        }
        noted.end();
        return RepeatStatus.FINISHED;
    }
}
