package org.atelier.launcher.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import org.atelier.migrations.Obstacle;

/** Whether the server knows the plant's time zone: its own data on time zones may be older than Java's. */
public final class PlantZone {

    private static final String UNKNOWN = "22023";

    private PlantZone() {}

    /** Empty when the server can tell times of that zone. The connection is in auto-commit mode. */
    public static Optional<Obstacle> obstacle(Connection connection, ZoneId zone) throws SQLException {
        // By use, not by pg_timezone_names: that view reads a thousand files.
        try (PreparedStatement statement = connection.prepareStatement("select now() at time zone ?")) {
            statement.setString(1, zone.getId());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Optional.empty();
            }
        } catch (SQLException e) {
            if (!UNKNOWN.equals(e.getSQLState())) {
                throw e;
            }
            return Optional.of(new Obstacle(
                    "the PostgreSQL server does not know the plant's time zone " + zone.getId(),
                    "update the server's data on time zones, or set atelier.time-zone (ATELIER_TIME_ZONE) to a name of"
                            + " the same rules: select name from pg_timezone_names"));
        }
    }
}
