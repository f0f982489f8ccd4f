package org.atelier.machinelogs.afterload;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.atelier.files.afterload.CleanupPlan;
import org.atelier.machinelogs.MachineLogSettings;
import org.atelier.run.RunOptions;
import org.atelier.run.step.RunContext;
import org.atelier.transfer.RemoteSource;
import org.jdbi.v3.core.Jdbi;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Freezes which files may leave their server: loaded, settled, of a past production day. It runs after the balance, so
 * everything these files gave is committed.
 */
public final class PlanCleanup implements Tasklet {

    private final MachineLogSettings settings;
    private final Jdbi jdbi;
    private final CleanupPlan plan;
    private final RunOptions options;
    private final Clock clock;

    /** Takes what it needs. */
    public PlanCleanup(MachineLogSettings settings, Jdbi jdbi, CleanupPlan plan, RunOptions options, Clock clock) {
        this.settings = settings;
        this.jdbi = jdbi;
        this.plan = plan;
        this.options = options;
        this.clock = clock;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        long run = RunContext.current().instance();
        Instant now = clock.instant();
        List<String> sources =
                settings.sources().stream().map(RemoteSource::label).toList();
        for (Map.Entry<String, Long> centre : centres(sources).entrySet()) {
            plan.freeze(
                    run,
                    centre.getValue(),
                    sources,
                    settings.today(centre.getKey(), now),
                    now.minus(settings.settle()),
                    options.file());
        }
        return RepeatStatus.FINISHED;
    }

    /** The centres that have loaded files on these sources, by code. */
    private Map<String, Long> centres(Collection<String> sources) {
        Map<String, Long> centres = new LinkedHashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        select c.id, c.nom from centre_usinage c
                         where exists (select from fichier_source f where f.centre_usinage_id = c.id
                                          and f.source = any(:sources) and f.sha256 is not null and f.suite is null)
                         order by c.nom
                        """)
                .bindArray("sources", String.class, sources.toArray())
                .map((row, context) -> centres.put(row.getString("nom"), row.getLong("id")))
                .list());
        return centres;
    }
}
