package org.atelier.measurements;

import com.google.auto.service.AutoService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.atelier.catalog.BatchJob;
import org.atelier.catalog.JobBackfill;
import org.atelier.catalog.JobCheck;
import org.atelier.catalog.JobParameter;
import org.atelier.catalog.JobPreview;
import org.atelier.catalog.JobTraits;
import org.atelier.catalog.StartOption;
import org.atelier.history.RejectQuery;
import org.atelier.measurements.check.CheckMeasurements;
import org.atelier.measurements.find.EarlierFiles;
import org.atelier.measurements.load.SendPoints;
import org.atelier.measurements.preview.PreviewMeasurements;
import org.atelier.measurements.rebuild.PlanBackfill;
import org.atelier.retention.JobArchive;
import org.atelier.retention.RetainedRows;
import org.atelier.run.Unit;
import org.atelier.settings.JobSettings;

/** The job measurements in the catalogue. */
@AutoService(BatchJob.class)
public final class Measurements implements BatchJob {

    /** What people type. */
    public static final String NAME = "measurements";

    static final Unit UNIT = new Unit("lines", true);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "Turns the TSV files of electrical measuring boxes into time series with their means.";
    }

    @Override
    public List<JobParameter> parameters() {
        return List.of(EarlierFiles.COMPANIES, EarlierFiles.FROM, EarlierFiles.TO);
    }

    @Override
    public Class<?> configuration() {
        return MeasurementsJob.class;
    }

    @Override
    public JobPreview preview() {
        return new PreviewMeasurements();
    }

    @Override
    public JobTraits traits() {
        return new JobTraits(
                Set.of(StartOption.FILE, StartOption.SHARD, StartOption.REBUILD),
                false,
                UNIT,
                "the files hold",
                CheckMeasurements.AREA);
    }

    @Override
    public void require(JobSettings settings) {
        SendPoints.require(settings.get(MeasurementsSettings.class));
    }

    @Override
    public Optional<RejectQuery> rejects() {
        return Optional.of(CellRejects.QUERY);
    }

    @Override
    public List<RetainedRows> retained() {
        return List.of(CellRejects.RETAINED);
    }

    @Override
    public Optional<JobArchive> archive(JobSettings settings) {
        return Optional.of(
                MeasurementArchive.in(settings.get(MeasurementsSettings.class).landing()));
    }

    @Override
    public Optional<JobBackfill> backfill() {
        return Optional.of(new PlanBackfill());
    }

    /** Boxes upload once a day. */
    @Override
    public Optional<Duration> usualPause() {
        return Optional.of(Duration.ofHours(26));
    }

    @Override
    public List<JobCheck> checks() {
        return List.of(new CheckMeasurements());
    }

    @Override
    public int workers(JobSettings settings) {
        return settings.get(MeasurementsSettings.class).workers();
    }
}
