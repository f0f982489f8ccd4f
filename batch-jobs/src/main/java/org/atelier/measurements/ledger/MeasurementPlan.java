package org.atelier.measurements.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.atelier.files.FilePlan;
import org.atelier.files.PlannedFile;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The measurement files that a run takes. All methods take part in the transaction that is open. Thread-safe. */
public final class MeasurementPlan extends FilePlan<MeasurementVersion> {

    private final Jdbi jdbi;

    /** @param jdbi on the data source that the transaction manager uses, aware of its transactions */
    public MeasurementPlan(Jdbi jdbi) {
        super(jdbi, new MeasurementFiles());
        this.jdbi = jdbi;
    }

    /**
     * Notes what was stored of a file.
     *
     * @param distinct pairs of channel and time
     * @param written those of them that were inserted or changed
     * @param inInflux points that InfluxDB has in the range of the file; null where it was not asked
     */
    public void stored(long run, long fileId, long distinct, long written, @Nullable Long inInflux) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update plan_fichier_mesure set points_distincts = :distinct, points_ecrits = :written,
                               points_influx = :influx
                         where job_instance_id = :run and fichier_id = :file
                        """)
                .bind("distinct", distinct)
                .bind("written", written)
                .bind("influx", inInflux)
                .bind("run", run)
                .bind("file", fileId)
                .execute());
    }

    /** Fetched files of a choice and an order: {@link #fetchedBy}. */
    public List<PlannedFile<MeasurementVersion>> fetchedWhere(long run, String condition, Map<String, ?> values) {
        return fetchedBy(run, condition, values);
    }

    /** What became of the cells of the run's loaded files, by the names people are shown. */
    public Map<String, Long> points(long run) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select coalesce(sum(m.points), 0) as read, coalesce(sum(m.points_distincts), 0) as distinct_points,
                               coalesce(sum(m.points_ecrits), 0) as written,
                               coalesce(sum(m.valeurs_invalides), 0) as invalid,
                               coalesce(sum(m.valeurs_manquantes), 0) as missing
                          from plan_fichier p join plan_fichier_mesure m using (job_instance_id, fichier_id)
                         where p.job_instance_id = :run and p.etat = 'loaded'
                        """)
                .bind("run", run)
                .map((row, context) -> {
                    Map<String, Long> figures = new LinkedHashMap<>();
                    figures.put("read", row.getLong("read"));
                    figures.put("distinct", row.getLong("distinct_points"));
                    figures.put("written", row.getLong("written"));
                    figures.put("invalid", row.getLong("invalid"));
                    figures.put("missing", row.getLong("missing"));
                    return figures;
                })
                .one());
    }
}
