package org.atelier.machinelogs.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Consumer;
import org.atelier.history.RecordReader;

/** Reads production sessions. Works on the caller's connection and changes nothing. */
public final class SessionHistory {

    private static final int PAGE = 1_000;

    private static final String SELECT = """
            select centre, type_cu, date_production, heure_premiere_piece, heure_derniere_piece, heure_premier_machine_start,
                   heure_dernier_machine_stop, total_pieces, duree_production_totale, temps_attente, temps_arret_volontaire,
                   temps_production_effectif, taux_occupation, taux_attente, taux_arret_volontaire, pieces_par_heure,
                   fichier_log_source
              from v_session
             where date_production between coalesce(?::date, '-infinity') and coalesce(?::date, 'infinity')
               and centre = coalesce(?, centre)
             order by date_production, centre collate "C"
            """;

    private final Connection connection;

    /** @param connection to a database with the schema, in a transaction of its own or none */
    public SessionHistory(Connection connection) {
        this.connection = connection;
    }

    /**
     * Gives the sessions one by one, by day and centre, without holding all of them.
     *
     * @param from first production day; empty for the first there is
     * @param to last production day; empty for the last there is
     * @param centre code of a machining centre; empty for all
     */
    public void forEach(
            Optional<LocalDate> from, Optional<LocalDate> to, Optional<String> centre, Consumer<SessionRecord> each)
            throws SQLException {
        // Only within a transaction does the driver fetch page by page.
        connection.setAutoCommit(false);
        try (PreparedStatement query = connection.prepareStatement(SELECT)) {
            query.setFetchSize(PAGE);
            query.setString(1, from.map(LocalDate::toString).orElse(null));
            query.setString(2, to.map(LocalDate::toString).orElse(null));
            query.setString(3, centre.orElse(null));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    each.accept(session(row));
                }
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static SessionRecord session(ResultSet row) throws SQLException {
        return new SessionRecord(
                RecordReader.text(row, "centre"),
                row.getString("type_cu"),
                row.getObject("date_production", LocalDate.class),
                new SessionRecord.Times(
                        row.getObject("heure_premiere_piece", LocalDateTime.class),
                        row.getObject("heure_derniere_piece", LocalDateTime.class),
                        row.getObject("heure_premier_machine_start", LocalDateTime.class),
                        row.getObject("heure_dernier_machine_stop", LocalDateTime.class)),
                row.getLong("total_pieces"),
                new SessionRecord.Hours(
                        row.getBigDecimal("duree_production_totale"),
                        row.getBigDecimal("temps_attente"),
                        row.getBigDecimal("temps_arret_volontaire"),
                        row.getBigDecimal("temps_production_effectif")),
                new SessionRecord.Rates(
                        row.getBigDecimal("taux_occupation"),
                        row.getBigDecimal("taux_attente"),
                        row.getBigDecimal("taux_arret_volontaire")),
                row.getBigDecimal("pieces_par_heure"),
                row.getString("fichier_log_source"));
    }
}
