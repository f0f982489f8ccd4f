package org.atelier.measurements.watch;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.atelier.history.Rows;
import org.atelier.measurements.Measurements;

/** Reads what runs recorded. Changes nothing. */
public final class RecordedIngestion {

    /** Of all runs, whatever became of them: the newest one that took a file. */
    private static final String LAST = """
            select max(e.end_time at time zone 'UTC') as ended
              from atelier_run r join batch_job_execution e on e.job_execution_id = r.job_execution_id
             where r.job = ? and (r.summary #>> '{figures,files,taken}')::bigint > 0
               and e.end_time at time zone 'UTC' > ?::timestamptz - interval '30 days'
            """;

    private static final String TROUBLES = """
            select f.chemin, p.cause
              from plan_fichier p join fichier_source f on f.id = p.fichier_id
              left join plan_fichier_mesure m using (job_instance_id, fichier_id)
              join (select job_instance_id, max(end_time at time zone 'UTC') as ended
                      from batch_job_execution group by job_instance_id) e on e.job_instance_id = p.job_instance_id
             where f.job = ? and p.etat = 'failed' and (m.refus is not null) = ?
               and e.ended > ?::timestamptz - ? * interval '1 second'
             order by e.ended, f.chemin
            """;

    private RecordedIngestion() {}

    /** Looks; the time is that of the database's clock. */
    public static Ingestion look(Connection connection, Duration window) throws SQLException {
        Instant now = Rows.read(
                        connection, "select now() as now", List.of(), row -> row.getObject("now", OffsetDateTime.class))
                .get(0)
                .toInstant();
        Instant last = Rows.read(
                        connection,
                        LAST,
                        List.of(Measurements.NAME, now.toString()),
                        row -> row.getObject("ended", OffsetDateTime.class))
                .stream()
                .filter(ended -> ended != null)
                .map(OffsetDateTime::toInstant)
                .findFirst()
                .orElse(null);
        return new Ingestion(
                now, last, window, troubles(connection, true, now, window), troubles(connection, false, now, window));
    }

    private static List<Ingestion.Trouble> troubles(
            Connection connection, boolean refused, Instant now, Duration window) throws SQLException {
        return Rows.read(
                connection,
                TROUBLES,
                List.of(Measurements.NAME, refused, now.toString(), window.toSeconds()),
                row -> new Ingestion.Trouble(row.getString("chemin"), row.getString("cause")));
    }
}
