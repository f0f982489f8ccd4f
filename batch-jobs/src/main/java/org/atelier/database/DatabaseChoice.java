package org.atelier.database;

import java.time.Duration;
import java.util.Optional;
import org.atelier.sql.DatabaseSettings;

/**
 * Which PostgreSQL database is used, and how. Immutable.
 *
 * @param configured empty when the embedded one is to serve
 * @param migrate who updates an older schema
 * @param patience how long a run pauses for a database that is gone
 */
public record DatabaseChoice(Optional<DatabaseSettings> configured, Migrate migrate, Duration patience) {}
