package org.atelier.measurements.report;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What a run says to people, one line each: every folder, then what failed or was left, and why. Thread-safe. */
final class MeasurementNotes {

    /** Of each kind; the rest is counted. The ledger has them all. */
    private static final int MOST = 20;

    private static final String FOLDERS = """
            select regexp_replace(f.chemin, '/?[^/]*$', '') || ': ' || count(*) filter (where p.etat = 'loaded')
                   || ' loaded, ' || count(*) filter (where p.etat = 'failed') || ' failed'
                   || case when count(*) filter (where p.etat = 'partial') > 0
                           then ', ' || count(*) filter (where p.etat = 'partial') || ' uploading' else '' end
              from plan_fichier p join fichier_source f on f.id = p.fichier_id
             where p.job_instance_id = :run
             group by f.source, regexp_replace(f.chemin, '/?[^/]*$', '')
             order by f.source, regexp_replace(f.chemin, '/?[^/]*$', '')
            """;

    private static final String PROBLEMS = """
            select repertoire || ': ' || probleme from plan_repertoire
             where job_instance_id = :run and probleme is not null order by source, repertoire
            """;

    private static final String FAILED = """
            select f.chemin || ': ' || p.cause from plan_fichier p join fichier_source f on f.id = p.fichier_id
             where p.job_instance_id = :run and p.etat = 'failed' order by f.source, f.chemin
            """;

    private static final String LEFT = """
            select f.chemin || ': ' || p.cause from plan_fichier p join fichier_source f on f.id = p.fichier_id
             where p.job_instance_id = :run and p.etat = 'partial' order by f.source, f.chemin
            """;

    /** Told once: by the run that brings the first data of the new channel. */
    private static final String RENAMED = """
            select distinct 'the channels of box ' || (channel.value ->> 'device_master_sn') || ' in '
                   || m.campagne_bucket || '/' || m.campagne_nom || ' differ from those of its files before: see voie'
              from plan_fichier p join plan_fichier_mesure m using (job_instance_id, fichier_id)
             cross join jsonb_each(m.rapport) channel
              join campagne c on c.bucket = m.campagne_bucket and c.nom = m.campagne_nom
              join voie v on v.campagne_id = c.id and v.channel_id = channel.key
                         and v.channel_name = channel.value ->> 'channel_name'
                         and v.channel_unit = channel.value ->> 'channel_unit'
                         and v.vue_la_premiere_fois >= m.premiere
              join voie o on o.campagne_id = c.id and o.channel_id = v.channel_id and o.id <> v.id
                         and o.vue_la_premiere_fois < m.premiere
             where p.job_instance_id = :run and p.etat = 'loaded' order by 1
            """;

    /** The serial in the file counts; the folder may be another box's, or just not be named by a serial. */
    private static final String OTHER_BOX = """
            select distinct regexp_replace(f.chemin, '/[^/]*$', '') || ': its files are of box '
                   || (channel.value ->> 'device_master_sn') || ', not of ' || split_part(f.chemin, '/', 3)
                   || '; the serial in the file counts'
              from plan_fichier p join plan_fichier_mesure m using (job_instance_id, fichier_id)
              join fichier_source f on f.id = p.fichier_id
             cross join jsonb_each(m.rapport) channel
             where p.job_instance_id = :run and p.etat = 'loaded'
               and channel.value ->> 'device_master_sn' <> split_part(f.chemin, '/', 3) order by 1
            """;

    private final Jdbi jdbi;

    MeasurementNotes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<String> of(long run) {
        List<String> notes = new ArrayList<>();
        notes.addAll(some(lines(run, FOLDERS), "folders"));
        notes.addAll(some(lines(run, PROBLEMS), "folders have a problem"));
        notes.addAll(some(lines(run, FAILED), "files failed"));
        notes.addAll(some(lines(run, LEFT), "files are left to the next run"));
        notes.addAll(some(lines(run, RENAMED), "boxes have other channels than before"));
        notes.addAll(some(lines(run, OTHER_BOX), "folders have files of another box"));
        return notes;
    }

    private static List<String> some(List<String> all, String what) {
        if (all.size() <= MOST) {
            return all;
        }
        List<String> some = new ArrayList<>(all.subList(0, MOST));
        some.add((all.size() - MOST) + " more " + what);
        return some;
    }

    private List<String> lines(long run, String query) {
        return jdbi.withHandle(handle ->
                handle.createQuery(query).bind("run", run).mapTo(String.class).list());
    }
}
