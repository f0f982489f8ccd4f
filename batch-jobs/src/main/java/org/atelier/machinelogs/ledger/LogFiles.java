package org.atelier.machinelogs.ledger;

import com.google.auto.service.AutoService;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.atelier.files.FileRows;
import org.atelier.files.JobFiles;
import org.atelier.files.LookColumns;
import org.atelier.machinelogs.MachineLogs;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Tables {@code fichier_log} and {@code plan_fichier_log}: what only log files have. */
@AutoService(JobFiles.class)
@SuppressWarnings("rawtypes") // The service is found by its class, which has no parameter.
public final class LogFiles implements JobFiles<LogVersion> {

    private static final String COLUMNS = "entete, jours_debut, jours_evenements, debut_jour";
    private static final String VALUES = "decode(:head, 'hex'), :starts::timestamp[], :dayEvents, :dayStart::time";
    private static final String RENEWED = "entete = excluded.entete, jours_debut = excluded.jours_debut,"
            + " jours_evenements = excluded.jours_evenements, debut_jour = excluded.debut_jour";

    @Override
    public String job() {
        return MachineLogs.NAME;
    }

    @Override
    public Optional<String> group() {
        return Optional.of("centre_usinage_id");
    }

    @Override
    public String columns() {
        return ", encode(entete, 'hex') as entete, jours_debut::text[] as jours_debut, jours_evenements,"
                + " debut_jour::text as debut_jour";
    }

    @Override
    public String ledgerJoin() {
        return "left join fichier_log on fichier_id = id";
    }

    @Override
    public String planJoin() {
        return "left join plan_fichier_log using (job_instance_id, fichier_id)";
    }

    @Override
    public String keep() {
        return "insert into fichier_log (fichier_id, " + COLUMNS + ") values (:file, " + VALUES
                + ") on conflict (fichier_id) do update set controle = null, " + RENEWED;
    }

    @Override
    public String fetched() {
        return "insert into plan_fichier_log (job_instance_id, fichier_id, " + COLUMNS + ") values (:run, :file, "
                + VALUES + ") on conflict (job_instance_id, fichier_id) do update set " + RENEWED;
    }

    @Override
    public Optional<String> forget() {
        return Optional.of("delete from fichier_log where fichier_id = any(?)");
    }

    @Override
    public Optional<LookColumns> look() {
        return Optional.of(new LookColumns(
                "left join centre_usinage c on c.id = f.centre_usinage_id left join fichier_log l on l.fichier_id = f.id",
                "c.nom",
                "l.controle"));
    }

    @Override
    public void bind(Update update, LogVersion version) {
        update.bind("head", version.head())
                .bindArray(
                        "starts",
                        String.class,
                        version.dayStarts().stream().map(Object::toString).toList())
                .bindArray("dayEvents", Long.class, version.dayEvents())
                .bind(
                        "dayStart",
                        version.dayStart() == null ? null : version.dayStart().toString());
    }

    @Override
    public LogVersion version(ResultSet row) throws SQLException {
        return new LogVersion(
                row.getString("sha256"),
                row.getLong("taille"),
                FileRows.instant(row, "date_fichier"),
                FileRows.instant(row, "date_telechargement"),
                row.getString("entete"),
                FileRows.days(row),
                FileRows.texts(row.getArray("jours_debut")).stream()
                        .map(text -> LocalDateTime.parse(text.replace(' ', 'T')))
                        .toList(),
                numbers(row.getArray("jours_evenements")),
                dayStart(row),
                FileRows.counts(row));
    }

    @Override
    public LogVersion withoutLines(LogVersion version) {
        return version.withoutLines();
    }

    /** Column {@code debut_jour}, read as text; null where it is. */
    static @Nullable LocalTime dayStart(ResultSet row) throws SQLException {
        String start = row.getString("debut_jour");
        return start == null ? null : LocalTime.parse(start);
    }

    private static List<Long> numbers(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((Long[]) array.getArray());
    }
}
