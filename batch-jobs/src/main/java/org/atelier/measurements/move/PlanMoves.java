package org.atelier.measurements.move;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.atelier.measurements.Measurements;
import org.atelier.measurements.MeasurementsSettings;
import org.atelier.measurements.find.OpenFiles;
import org.atelier.run.RunOptions;
import org.atelier.run.step.RunContext;
import org.atelier.transfer.RemoteSource;
import org.jdbi.v3.core.Jdbi;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Freezes which files are moved: those that are loaded and still lie where they were uploaded, also from earlier runs,
 * and those that this run refused. One that lies in {@code parsed/}, where an earlier program left it, stays. A file
 * that somebody has open on this machine stays: what he writes after the move would be read by nobody.
 */
public final class PlanMoves implements Tasklet {

    private static final String FREEZE = """
            insert into plan_suite (job_instance_id, fichier_id, etat, cause)
            select :run, f.id, case when o.chemin is null then 'to_do' else 'stays' end,
                   case when o.chemin is not null then 'another process has it open' end
              from fichier_source f
              left join fichier_mesure m on m.fichier_id = f.id
              left join plan_fichier p on p.job_instance_id = :run and p.fichier_id = f.id
              left join unnest(:openSources, :openPaths) as o (source, chemin)
                     on o.source = f.source and o.chemin = f.chemin
             where f.job = :job and f.source = any(:sources) and f.suite is null and f.sha256 is not null
               and f.taille_vue = f.taille and f.date_fichier_vue = f.date_fichier
               and f.chemin not like '%/parsed/%'
               and (f.etat in ('loaded', 'duplicate')
                    or (p.etat = 'failed' and m.refus is not null and m.inacheve is null))
               and (:asked::text is null or f.chemin = :asked or f.chemin like '%/' || replace(replace(replace(
                    :asked, '\\', '\\\\'), '%', '\\%'), '_', '\\_'))
                on conflict do nothing
            """;

    private final MeasurementsSettings settings;
    private final Jdbi jdbi;
    private final RunOptions options;

    /** Takes what it needs. */
    public PlanMoves(MeasurementsSettings settings, Jdbi jdbi, RunOptions options) {
        this.settings = settings;
        this.jdbi = jdbi;
        this.options = options;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        if (options.rebuild() != null) {
            return RepeatStatus.FINISHED;
        }
        List<String> openSources = new ArrayList<>();
        List<String> openPaths = new ArrayList<>();
        for (RemoteSource source : settings.sources()) {
            if (source.scheme().equals("file")) {
                Path root = Path.of(source.root());
                for (Path open : OpenFiles.elsewhere(root)) {
                    openSources.add(source.label());
                    openPaths.add(OpenFiles.below(root, open));
                }
            }
        }
        jdbi.useHandle(handle -> handle.createUpdate(FREEZE)
                .bind("run", RunContext.current().instance())
                .bind("job", Measurements.NAME)
                .bindArray(
                        "sources",
                        String.class,
                        settings.sources().stream().map(RemoteSource::label).toArray())
                .bindArray("openSources", String.class, openSources.toArray())
                .bindArray("openPaths", String.class, openPaths.toArray())
                .bind("asked", options.file())
                .execute());
        return RepeatStatus.FINISHED;
    }
}
