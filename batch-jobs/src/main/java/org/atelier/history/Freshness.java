package org.atelier.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads which machining centres have sent nothing for longer than they usually do. Changes nothing. */
public final class Freshness {

    private static final String SELECT = """
            select centre, actif, dernier_jour, dernier_envoi, derniere_lecture, attendu_depuis, jours_manques, silence
              from v_fraicheur order by silence desc, jours_manques desc, centre collate "C"
            """;

    private Freshness() {}

    /**
     * A machining centre.
     *
     * @param code of the centre
     * @param inUse false when people set it out of use
     * @param lastDay last production day with a session; null when there was none
     * @param lastSent newest modification time of a log file; null without one
     * @param lastLook when a run last saw a file of it; null without one
     * @param missingSince first usual day without a session since the last one; null when none is missing
     * @param missingDays usual days that are over and have no session
     * @param silent whether it is in use and a usual day is missing
     */
    public record Centre(
            String code,
            boolean inUse,
            @Nullable LocalDate lastDay,
            @Nullable Instant lastSent,
            @Nullable Instant lastLook,
            @Nullable LocalDate missingSince,
            int missingDays,
            boolean silent) {}

    /** All centres, the silent ones first. */
    public static List<Centre> read(Connection connection) throws SQLException {
        return Rows.read(connection, SELECT, List.of(), Freshness::centre);
    }

    private static Centre centre(ResultSet row) throws SQLException {
        return new Centre(
                RecordReader.text(row, "centre"),
                row.getBoolean("actif"),
                row.getObject("dernier_jour", LocalDate.class),
                RecordReader.instant(row, "dernier_envoi"),
                RecordReader.instant(row, "derniere_lecture"),
                row.getObject("attendu_depuis", LocalDate.class),
                row.getInt("jours_manques"),
                row.getBoolean("silence"));
    }
}
