package org.atelier.measurements.rebuild;

import java.util.List;
import java.util.Map;
import org.atelier.files.PlannedFile;
import org.atelier.measurements.Measurements;
import org.atelier.measurements.ledger.MeasurementPlan;
import org.atelier.measurements.ledger.MeasurementVersion;
import org.atelier.run.DayRange;
import org.atelier.run.RunOptions;
import org.atelier.run.Shard;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * Which files a run reads again from their copies, and the boxes that they are of. All methods take part in the
 * transaction that is open. Thread-safe.
 */
public final class RebuildPlan {

    /** The serial of a file's master: that of any of its channels. */
    private static final String MASTER =
            "(select c.value ->> 'device_master_sn' from jsonb_each(%s.rapport::jsonb) c limit 1)";

    /** A zone moves a stamp into the day before or behind at most. */
    private static final String FILES = """
            select f.source, f.chemin, m.campagne_bucket as company, m.campagne_nom as campaign, %s as master
              from fichier_source f join fichier_mesure m on m.fichier_id = f.id
             where f.job = :job and f.etat in ('loaded', 'seen') and f.sha256 is not null and m.refus is null
               and m.inacheve is null and m.campagne_bucket is not null
               and exists (select from unnest(f.jours) j where j between :from::date - 1 and :to::date + 1)
             order by f.source, f.chemin
            """.formatted(MASTER.formatted("m"));

    private static final String BOXES = """
            select distinct m.campagne_bucket as company, m.campagne_nom as campaign, %1$s as master
              from plan_fichier p join plan_fichier_mesure m using (job_instance_id, fichier_id)
             where p.job_instance_id = :run and p.etat = 'fetched'
               and (m.campagne_bucket, m.campagne_nom, %1$s) > (:company, :campaign, :master)
             order by 1, 2, 3 limit 100
            """.formatted(MASTER.formatted("m"));

    private final Jdbi jdbi;
    private final MeasurementPlan plan;
    private final RunOptions options;

    /** Takes what it needs. */
    public RebuildPlan(Jdbi jdbi, MeasurementPlan plan, RunOptions options) {
        this.jdbi = jdbi;
        this.plan = plan;
        this.options = options;
    }

    /** A file of the ledger. */
    public record Known(String source, String chemin, String company, String campaign, String master) {

        BoxKey box() {
            return new BoxKey(company, campaign, master);
        }
    }

    /** The files that may have something of the range, of the boxes that are part of this run. */
    public List<Known> files(DayRange days) {
        Shard shard = options.shard();
        return jdbi
                .withHandle(handle -> handle.registerRowMapper(ConstructorMapper.factory(Known.class))
                        .createQuery(FILES)
                        .bind("job", Measurements.NAME)
                        .bind("from", days.from().toString())
                        .bind("to", days.to().toString())
                        .mapTo(Known.class)
                        .list())
                .stream()
                .filter(file -> shard == null || shard.owns(file.box().toString()))
                .toList();
    }

    /** The next boxes that are not done. */
    public List<BoxKey> boxes(long run, @Nullable BoxKey after) {
        return jdbi.withHandle(handle -> handle.registerRowMapper(ConstructorMapper.factory(BoxKey.class))
                .createQuery(BOXES)
                .bind("run", run)
                .bind("company", after == null ? "" : after.company())
                .bind("campaign", after == null ? "" : after.campaign())
                .bind("master", after == null ? "" : after.master())
                .mapTo(BoxKey.class)
                .list());
    }

    /** The files of a box, in the order in which they were stored: of equal times the last one counts. */
    List<PlannedFile<MeasurementVersion>> filesOf(long run, BoxKey box) {
        return plan.fetchedWhere(
                run,
                "where p.campagne_bucket = :company and p.campagne_nom = :campaign and " + MASTER.formatted("p")
                        + " = :master order by f.date_chargement, f.chemin collate \"C\"",
                Map.of("company", box.company(), "campaign", box.campaign(), "master", box.master()));
    }
}
