package org.atelier.measurements.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * The report of a run in JSON, made by PostgreSQL from what the run left in its tables: the same after a restart, and
 * valid whatever is in the files' names.
 */
final class RunReport {

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT);

    private static final String FILE = """
            jsonb_build_object(
              'file_path', f.chemin,
              'source', f.source,
              'bucket', nullif(split_part(f.chemin, '/', 1), f.chemin),
              'campaign', nullif(split_part(f.chemin, '/', 2), ''),
              'device_master_sn', nullif(split_part(f.chemin, '/', 3), ''),
              'status', case when p.etat = 'loaded' then 'success' when m.refus is not null then 'error'
                             else 'deferred' end,
              'error', p.cause,
              'nb_rows', coalesce(p.evenements + m.horodatages_invalides, 0),
              'nb_channels', coalesce((select count(*) from jsonb_object_keys(m.rapport)), 0),
              'nb_points', coalesce(m.points, 0),
              'nb_invalid_timestamps', coalesce(m.horodatages_invalides, 0),
              'nb_invalid_values', coalesce(m.valeurs_invalides, 0),
              'nb_missing_values', coalesce(m.valeurs_manquantes, 0),
              'nb_truncated_lines', coalesce(m.lignes_tronquees, 0),
              'nb_long_rows', coalesce(m.lignes_longues, 0),
              'nb_zero_marker_rows', coalesce(m.marqueurs_zero, 0),
              'file_format', m.format,
              'structure', m.structure,
              'channels', coalesce(m.rapport, '{}'),
              'file_header_meta', m.entete,
              'nb_points_expected', m.points_distincts,
              'nb_points_written', m.points_ecrits,
              'nb_points_in_influx', m.points_influx,
              'time_start', to_char(m.premiere at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"+00:00"'),
              'time_end', to_char(m.derniere at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"+00:00"'))
            """;

    private static final String RUN = """
            with taken as (
              select p.etat, p.cause, f.source, f.chemin, m.refus, m.points, %s as file
                from plan_fichier p
                join fichier_source f on f.id = p.fichier_id
                left join plan_fichier_mesure m using (job_instance_id, fichier_id)
               where p.job_instance_id = :run),
            counted as (
              select count(*) filter (where etat <> 'partial') as total,
                     count(*) filter (where etat = 'loaded') as success,
                     count(*) filter (where etat = 'failed' and refus is not null) as failed,
                     count(*) filter (where etat = 'failed' and refus is null) as deferred,
                     count(*) filter (where etat = 'partial') as skipped,
                     coalesce(sum(points) filter (where etat = 'loaded'), 0) as points,
                     coalesce(jsonb_agg(file order by source, chemin) filter (where etat <> 'partial'), '[]') as files,
                     coalesce(jsonb_agg(jsonb_build_object('file_path', chemin, 'reason', cause) order by source, chemin)
                              filter (where etat = 'partial'), '[]') as left_out
                from taken)
            select jsonb_pretty(jsonb_build_object(
              'run_id', :id::text, 'start_time', :start::text, 'end_time', :end::text, 'duration_s', :seconds,
              'base_folder', :base::text, 'nb_files_total', total, 'nb_files_success', success,
              'nb_files_failed', failed, 'nb_files_deferred', deferred, 'nb_files_skipped', skipped,
              'skipped_files', left_out, 'nb_points_total', points,
              'status', case when failed + deferred = 0 then 'success' else 'partial_failure' end,
              'files', files, 'dry_run', false))
              from counted where total > 0
            """.formatted(FILE);

    private final Jdbi jdbi;

    RunReport(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** When a run began, as reports name it: ISO 8601, UTC, microseconds. */
    static String id(Instant start) {
        return ISO.format(start.atOffset(ZoneOffset.UTC));
    }

    /**
     * The report; none for a run that took no file.
     *
     * @param base the sources, for people
     */
    Optional<String> of(long run, String base, Instant start, Instant end) {
        return jdbi.withHandle(handle -> handle.createQuery(RUN)
                .bind("run", run)
                .bind("id", id(start))
                .bind("start", id(start))
                .bind("end", id(end))
                .bind("seconds", Duration.between(start, end).toMillis() / 1000.0)
                .bind("base", base)
                .mapTo(String.class)
                .findOne());
    }
}
