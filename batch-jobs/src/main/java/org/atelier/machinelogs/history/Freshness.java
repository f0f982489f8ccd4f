package org.atelier.machinelogs.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.atelier.history.RecordReader;
import org.atelier.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Reads which machining centres have sent nothing for longer than they usually do. Changes nothing. */
public final class Freshness {

    private static final String SELECT = """
            select centre, actif, dernier_jour, dernier_envoi, derniere_lecture, attendu_depuis, jours_manques, etat
              from v_fraicheur
             order by array_position('{silent,unknown,ok}', etat), jours_manques desc, centre collate "C"
            """;

    private Freshness() {}

    /** How fresh a centre is. */
    public enum State {
        /** No usual day is missing, and its last session is not too old; or it is out of use. */
        OK,
        /** A usual day is over and has no session. */
        SILENT,
        /** It has no session yet, or its last one is too old, though no usual day is missing. */
        UNKNOWN
    }

    /**
     * A machining centre.
     *
     * @param code of the centre
     * @param inUse false when people set it out of use
     * @param lastDay last production day with a session, up to today; null when there was none
     * @param lastSent newest modification time of a log file; null without one
     * @param lastLook when a run last saw a file of it; null without one
     * @param missingSince first usual day without a session since the last one; null when none is missing
     * @param missingDays usual days that are over and have no session
     * @param state how fresh it is
     */
    public record Centre(
            String code,
            boolean inUse,
            @Nullable LocalDate lastDay,
            @Nullable Instant lastSent,
            @Nullable Instant lastLook,
            @Nullable LocalDate missingSince,
            int missingDays,
            State state) {

        /** Whether it is in use and a usual day is missing. */
        public boolean silent() {
            return state == State.SILENT;
        }

        /** Whether its last session is too old to say anything. */
        public boolean tooOld() {
            return state == State.UNKNOWN && lastDay != null;
        }
    }

    /** All centres, the silent ones first, then the unknown ones. */
    public static List<Centre> read(Connection connection) throws SQLException {
        return Sql.ask(
                Sql.on(connection),
                handle -> handle.createQuery(SELECT)
                        .map((row, context) -> centre(row))
                        .list());
    }

    private static Centre centre(ResultSet row) throws SQLException {
        return new Centre(
                RecordReader.text(row, "centre"),
                row.getBoolean("actif"),
                row.getObject("dernier_jour", LocalDate.class),
                instant(row, "dernier_envoi"),
                instant(row, "derniere_lecture"),
                row.getObject("attendu_depuis", LocalDate.class),
                row.getInt("jours_manques"),
                State.valueOf(RecordReader.text(row, "etat").toUpperCase(Locale.ROOT)));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
