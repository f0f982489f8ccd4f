package org.atelier.machinelogs;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.atelier.catalog.BatchJob;
import org.atelier.catalog.JobBackfill;
import org.atelier.catalog.JobCheck;
import org.atelier.catalog.JobPreview;
import org.atelier.catalog.JobTraits;
import org.atelier.catalog.StartOption;
import org.atelier.history.RejectQuery;
import org.atelier.machinelogs.check.CheckFreshness;
import org.atelier.machinelogs.check.CheckSources;
import org.atelier.machinelogs.plan.PlanBackfill;
import org.atelier.machinelogs.preview.PreviewRun;
import org.atelier.retention.JobArchive;
import org.atelier.retention.RetainedRows;
import org.atelier.run.Unit;
import org.atelier.settings.JobSettings;

/** The job machine-logs in the catalogue. */
@AutoService(BatchJob.class)
public final class MachineLogs implements BatchJob {

    /** What people type. */
    public static final String NAME = "machine-logs";

    static final Unit UNIT = new Unit("lines", true);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "Turns the log files of machining centres into production sessions with their metrics.";
    }

    @Override
    public Class<?> configuration() {
        return MachineLogJob.class;
    }

    @Override
    public JobPreview preview() {
        return new PreviewRun();
    }

    @Override
    public JobTraits traits() {
        return new JobTraits(
                Set.of(StartOption.DAYS, StartOption.FILE, StartOption.SHARD, StartOption.REBUILD),
                false,
                UNIT,
                "the files hold",
                CheckSources.AREA);
    }

    @Override
    public Optional<RejectQuery> rejects() {
        return Optional.of(LineRejects.QUERY);
    }

    @Override
    public List<RetainedRows> retained() {
        return List.of(LineRejects.RETAINED);
    }

    @Override
    public Optional<JobArchive> archive(JobSettings settings) {
        return Optional.of(LogArchive.in(settings.get(MachineLogSettings.class).landing()));
    }

    @Override
    public Optional<JobBackfill> backfill() {
        return Optional.of(new PlanBackfill());
    }

    @Override
    public List<JobCheck> checks() {
        return List.of(new CheckSources(), new CheckFreshness());
    }

    @Override
    public int workers(JobSettings settings) {
        return settings.get(MachineLogSettings.class).workers();
    }
}
