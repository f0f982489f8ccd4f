package org.atelier.measurements.find;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.atelier.files.DirectoryReport;
import org.atelier.files.DirectoryReports;
import org.atelier.measurements.MeasurementsSettings;
import org.atelier.measurements.load.SendPoints;
import org.atelier.measurements.rebuild.RebuildPlan;
import org.atelier.run.DayRange;
import org.atelier.run.Progress;
import org.atelier.run.RunOptions;
import org.atelier.run.Shard;
import org.atelier.run.step.PreparedWork;
import org.atelier.run.step.RunContext;
import org.atelier.run.step.StepTransactions;
import org.atelier.settings.ConfigurationException;
import org.atelier.sql.SqlStates;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Looks at all sources; then notes what was seen and plans which files the run takes, in one transaction. */
public final class FindMeasurementFiles implements PreparedWork {

    private final MeasurementFinder finder;
    private final MeasurementsSettings settings;
    private final NoteMeasurementFiles noting;
    private final DirectoryReports reports;
    private final RunOptions options;
    private final Progress progress;
    private final Needs needs;
    private volatile @Nullable List<FoundFolder> found;

    /** What it needs of the engine. */
    public record Needs(StepTransactions parts, Clock clock, RebuildPlan boxes, SendPoints sending) {}

    /** Takes what it needs. */
    public FindMeasurementFiles(
            MeasurementFinder finder,
            MeasurementsSettings settings,
            NoteMeasurementFiles noting,
            DirectoryReports reports,
            RunOptions options,
            Progress progress,
            Needs needs) {
        this.finder = finder;
        this.settings = settings;
        this.noting = noting;
        this.reports = reports;
        this.options = options;
        this.progress = progress;
        this.needs = needs;
    }

    @Override
    public void prepare() throws IOException {
        needs.sending().ping();
        if (options.rebuild() != null) {
            if (needs.sending().sends()) {
                throw new ConfigurationException(
                        "Days are stored again in PostgreSQL alone, and what is wrong in InfluxDB would"
                                + " stay there: set atelier.measurements.sink to postgresql for it");
            }
            // From the copies of files that are known: no source is asked.
            found = List.of();
            return;
        }
        progress.phase("looking for measurement files");
        EarlierFiles earlier = EarlierFiles.asked(options);
        List<FoundFolder> listed = finder.find(settings.sources(), earlier);
        if (earlier != null) {
            earlier.requireAll(listed);
        }
        String asked = options.file();
        List<FoundTsv> files =
                listed.stream().flatMap(folder -> folder.files().stream()).toList();
        if (asked != null && files.stream().noneMatch(file -> file.is(asked))) {
            throw NoSuchFile.of(asked, files.stream().map(FoundTsv::path).toList());
        }
        found = listed;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws SQLException, IOException {
        DayRange days = options.days();
        if (options.rebuild() != null && days != null) {
            noting.again(needs.boxes().files(days));
        }
        Instant now = needs.clock().instant();
        Integer limit = options.limit();
        Limit left = new Limit(limit == null ? Integer.MAX_VALUE : limit);
        for (FoundFolder whole : Objects.requireNonNull(found, "prepare comes first")) {
            FoundFolder folder = whole.with(whole.files().stream()
                    .filter(file -> file.is(options.file()))
                    .toList());
            if (isOurs(folder)) {
                SQLException refused = needs.parts().part(() -> left.taken(noting.note(folder, now, left.now())));
                if (refused != null) {
                    reports.save(RunContext.current().instance(), refused(folder, refused));
                }
                folder.files().forEach(file -> contribution.incrementReadCount());
            }
        }
        return RepeatStatus.FINISHED;
    }

    /** All files of a folder belong to one shard, for their order counts. */
    private boolean isOurs(FoundFolder folder) {
        Shard shard = options.shard();
        return shard == null || shard.owns(folder.path());
    }

    private static DirectoryReport refused(FoundFolder folder, SQLException refused) {
        return DirectoryReport.leftOut(
                folder.source(),
                folder.shown(),
                "the ledger cannot keep its files: " + SqlStates.sentence(refused),
                true);
    }

    /** How many files the run may still take. */
    private static final class Limit {

        private int left;

        Limit(int left) {
            this.left = left;
        }

        int now() {
            return left;
        }

        void taken(int files) {
            left -= files;
        }
    }
}
