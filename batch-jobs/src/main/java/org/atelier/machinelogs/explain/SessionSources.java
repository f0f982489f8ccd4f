package org.atelier.machinelogs.explain;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.atelier.machinelogs.ledger.DayPart;
import org.atelier.machinelogs.ledger.PlannedDay;
import org.atelier.sql.Sql;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Finds a session and the contents it was built from. Works on the caller's connection and changes nothing. */
final class SessionSources {

    /** The columns that are explained, in their order. */
    static final List<String> COLUMNS = List.of(
            "total_pieces",
            "heure_premiere_piece",
            "heure_derniere_piece",
            "heure_premier_machine_start",
            "heure_dernier_machine_stop",
            "duree_production_totale",
            "temps_attente",
            "temps_arret_volontaire",
            "temps_production_effectif",
            "taux_occupation",
            "taux_attente",
            "taux_arret_volontaire");

    private static final String SESSION = "select s.centre_usinage_id, s.origine, "
            + COLUMNS.stream().map(column -> "s." + column + "::text").collect(Collectors.joining(", "))
            + " from session_production s join centre_usinage c on c.id = s.centre_usinage_id"
            + " where c.nom = :centre and s.date_production = :day";

    /** What the newest run that built the day built it from. */
    private static final String PLANNED = """
            select p.file, p.path, p.sha256, p.modified, p.downloaded, p.held, d.debut_jour
              from (select fichiers, debut_jour from plan_jour
                     where centre_usinage_id = :centre and jour = :day and resultat in ('written', 'unchanged')
                     order by job_instance_id desc limit 1) d,
                   rows from (jsonb_to_recordset(d.fichiers) as (file bigint, path text, sha256 text,
                     modified timestamptz, downloaded timestamptz, held boolean))
                   with ordinality as p (file, path, sha256, modified, downloaded, held, n)
             order by p.n
            """;

    /** What the ledger says the session's files are, for a day whose plan was cleaned away. */
    private static final String IN_LEDGER = """
            select f.id as file, f.chemin as path, f.sha256, f.date_fichier as modified, f.date_telechargement as downloaded,
                   coalesce(f.lignes_retenues, 0) > 0 as held, g.debut_jour
              from session_production s join session_fichier l on l.session_id = s.id join fichier_source f on f.id = l.fichier_id
              left join fichier_log g on g.fichier_id = f.id
             where s.centre_usinage_id = :centre and s.date_production = :day and f.sha256 is not null
             order by l.rang
            """;

    private final Jdbi jdbi;

    SessionSources(Connection connection) {
        this.jdbi = Sql.on(connection);
    }

    Optional<StoredFigures> find(String centre, LocalDate day) throws SQLException {
        return Sql.ask(
                jdbi,
                handle -> handle.createQuery(SESSION)
                        .bind("centre", centre)
                        .bind("day", day)
                        .map((row, context) -> figures(row))
                        .findOne());
    }

    private static StoredFigures figures(ResultSet row) throws SQLException {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        for (String column : COLUMNS) {
            values.put(column, row.getString(column));
        }
        return new StoredFigures(row.getLong("centre_usinage_id"), "job".equals(row.getString("origine")), values);
    }

    /** The day as it was built: its contents, and when it began. */
    PlannedDay planned(long centreId, LocalDate day) throws SQLException {
        PlannedDay planned = read(PLANNED, centreId, day);
        return planned.parts().isEmpty() ? read(IN_LEDGER, centreId, day) : planned;
    }

    private record Source(DayPart part, @Nullable LocalTime dayStart) {}

    private PlannedDay read(String sql, long centreId, LocalDate day) throws SQLException {
        List<Source> sources = Sql.ask(
                jdbi,
                handle -> handle.createQuery(sql)
                        .bind("centre", centreId)
                        .bind("day", day)
                        .map((row, context) -> new Source(part(row), row.getObject("debut_jour", LocalTime.class)))
                        .list());
        LocalTime start =
                sources.isEmpty() ? null : sources.get(sources.size() - 1).dayStart();
        return new PlannedDay(
                centreId, day, start, sources.stream().map(Source::part).toList());
    }

    private static DayPart part(ResultSet row) throws SQLException {
        return new DayPart(
                row.getLong("file"),
                row.getString("path"),
                row.getString("sha256"),
                row.getObject("modified", OffsetDateTime.class).toInstant(),
                row.getObject("downloaded", OffsetDateTime.class).toInstant(),
                row.getBoolean("held"),
                false);
    }
}
