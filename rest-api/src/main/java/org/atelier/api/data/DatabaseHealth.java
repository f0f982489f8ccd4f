package org.atelier.api.data;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready is who can ask the database; alive is one without it as well. Found as {@code database}. */
@Component("database")
final class DatabaseHealth implements HealthIndicator {

    private static final int SECONDS = 2;

    private final DataSource source;

    DatabaseHealth(DataSource source) {
        this.source = source;
    }

    @Override
    public Health health() {
        try (Connection connection = source.getConnection()) {
            return connection.isValid(SECONDS)
                    ? Health.up().build()
                    : Health.down().build();
        } catch (SQLException e) {
            return Health.down().build();
        }
    }
}
