package org.atelier.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.atelier.migrations.Obstacle;

/**
 * Whether the server knows the plant's time zone, in which views tell times. Its data on zones may be older than
 * Java's, and what it does not know it may take for something else: {@code UTC+2} lies west of Greenwich there.
 */
public final class PlantZone {

    private static final String UNKNOWN = "22023";

    private static final LocalDateTime WINTER = LocalDateTime.of(2025, 1, 1, 12, 0);
    private static final LocalDateTime SUMMER = LocalDateTime.of(2025, 7, 1, 12, 0);

    private static final String CLOCKS = """
            select extract(epoch from timestamp '2025-01-01 12:00' at time zone z.name)::bigint = ?
               and extract(epoch from timestamp '2025-07-01 12:00' at time zone z.name)::bigint = ?
            from (select ?::text as name) as z""";

    private static final String LISTED = "select exists (select from pg_timezone_names where name = ?)";

    private PlantZone() {}

    /** Empty when the server can tell times of that zone. The connection is in auto-commit mode. */
    public static Optional<Obstacle> obstacle(Connection connection, ZoneId zone) throws SQLException {
        // The list is asked last: it is a thousand files to the server.
        try {
            return sameClock(connection, zone) || isListed(connection, zone)
                    ? Optional.empty()
                    : Optional.of(obstacle("takes the plant's time zone " + zone.getId() + " for another one"));
        } catch (SQLException e) {
            if (!UNKNOWN.equals(e.getSQLState())) {
                throw e;
            }
            return Optional.of(obstacle("does not know the plant's time zone " + zone.getId()));
        }
    }

    private static boolean sameClock(Connection connection, ZoneId zone) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CLOCKS)) {
            statement.setLong(1, WINTER.atZone(zone).toEpochSecond());
            statement.setLong(2, SUMMER.atZone(zone).toEpochSecond());
            statement.setString(3, zone.getId());
            return truth(statement);
        }
    }

    private static boolean isListed(Connection connection, ZoneId zone) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LISTED)) {
            statement.setString(1, zone.getId());
            return truth(statement);
        }
    }

    private static boolean truth(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static Obstacle obstacle(String what) {
        return new Obstacle(
                "the PostgreSQL server " + what,
                "set atelier.time-zone (ATELIER_TIME_ZONE) to a name that it has (select name from pg_timezone_names), or"
                        + " update its data on time zones");
    }
}
