package org.atelier.measurements.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.atelier.measurements.influx.MetaLine;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What the operators of an earlier installation look at: a point a run and one a file, with the names and types that
 * their dashboards and alarms know, and a heartbeat of every run.
 */
final class MetaLines {

    private static final String FILES = """
            select case when p.etat = 'loaded' then 'success' when m.refus is not null then 'error' else 'deferred' end
                       as status,
                   case when f.chemin like '%/%/%/%' then split_part(f.chemin, '/', 1) end as bucket,
                   case when f.chemin like '%/%/%/%' then split_part(f.chemin, '/', 2) end as campaign,
                   case when f.chemin like '%/%/%/%' then split_part(f.chemin, '/', 3) end as device,
                   regexp_replace(f.chemin, '^.*/', '') as name,
                   coalesce(p.evenements + m.horodatages_invalides, 0) as rows,
                   coalesce((select count(*) from jsonb_object_keys(m.rapport)), 0) as channels,
                   coalesce(m.points, 0) as points,
                   coalesce(m.horodatages_invalides, 0) as stamps,
                   coalesce(m.valeurs_invalides, 0) as invalid,
                   p.cause
              from plan_fichier p join fichier_source f on f.id = p.fichier_id
              left join plan_fichier_mesure m using (job_instance_id, fichier_id)
             where p.job_instance_id = :run and p.etat <> 'partial'
             order by f.source, f.chemin
            """;

    private final Jdbi jdbi;

    MetaLines(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record FileLine(
            String status,
            @Nullable String bucket,
            @Nullable String campaign,
            @Nullable String device,
            String name,
            Map<String, Long> numbers,
            @Nullable String cause) {

        static FileLine of(ResultSet row) throws SQLException {
            Map<String, Long> numbers = new LinkedHashMap<>();
            numbers.put("nb_rows", row.getLong("rows"));
            numbers.put("nb_channels", row.getLong("channels"));
            numbers.put("nb_points", row.getLong("points"));
            numbers.put("nb_invalid_timestamps", row.getLong("stamps"));
            numbers.put("nb_invalid_values", row.getLong("invalid"));
            return new FileLine(
                    row.getString("status"),
                    row.getString("bucket"),
                    row.getString("campaign"),
                    row.getString("device"),
                    row.getString("name"),
                    numbers,
                    row.getString("cause"));
        }

        MetaLine line() {
            MetaLine line = MetaLine.of("tsv_parser_file")
                    .tag("status", status)
                    .tag("bucket", bucket)
                    .tag("campaign", campaign)
                    .tag("device_master_sn", device)
                    .tag("file_name", name);
            numbers.forEach((key, value) -> line.field(key, value.longValue()));
            return cause == null ? line : line.field("error", cause);
        }
    }

    /**
     * The lines of a run.
     *
     * @param base the sources, for people
     */
    List<MetaLine> of(long run, String base, Instant start, Instant end) {
        List<FileLine> files = jdbi.withHandle(handle -> handle.createQuery(FILES)
                .bind("run", run)
                .map((row, context) -> FileLine.of(row))
                .list());
        long failed = count(files, "error");
        long deferred = count(files, "deferred");
        List<MetaLine> lines = new ArrayList<>();
        lines.add(MetaLine.of("tsv_parser_heartbeat")
                .field("nb_files_total", (long) files.size())
                .field("duration_s", seconds(start, end)));
        if (!files.isEmpty()) {
            lines.add(MetaLine.of("tsv_parser_run")
                    .tag("status", failed + deferred == 0 ? "success" : "partial_failure")
                    .field("nb_files_total", (long) files.size())
                    .field("nb_files_success", count(files, "success"))
                    .field("nb_files_failed", failed)
                    .field("nb_files_deferred", deferred)
                    .field("nb_points_total", points(files))
                    .field("duration_s", seconds(start, end))
                    .field("base_folder", base));
            files.forEach(file -> lines.add(file.line()));
        }
        return lines;
    }

    private static double seconds(Instant start, Instant end) {
        return Duration.between(start, end).toMillis() / 1000.0;
    }

    private static long count(List<FileLine> files, String status) {
        return files.stream().filter(file -> file.status().equals(status)).count();
    }

    private static long points(List<FileLine> files) {
        return files.stream()
                .filter(file -> file.status().equals("success"))
                .mapToLong(file -> Objects.requireNonNullElse(file.numbers().get("nb_points"), 0L))
                .sum();
    }
}
