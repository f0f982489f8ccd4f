package org.atelier.launcher.command;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.atelier.catalog.JobCheck;
import org.atelier.database.DatabaseChoice;
import org.atelier.database.DatabaseException;
import org.atelier.database.Databases;
import org.atelier.database.SchemaGate;
import org.atelier.launcher.embedded.EmbeddedDatabase;
import org.atelier.migrations.SchemaStatus;
import org.atelier.settings.Settings;
import org.atelier.sql.DatabaseSettings;

/** The database of the settings, as checks of jobs are given it. */
record CheckedRecords(CommandContext context) implements JobCheck.Records {

    @Override
    public Optional<DatabaseSettings> running() {
        Settings settings = context.readSettings();
        return settings.get(DatabaseChoice.class).configured().or(() -> EmbeddedDatabase.running(settings.dataDir()));
    }

    @Override
    public Optional<Connection> look(DatabaseSettings running) throws SQLException {
        Connection connection = null;
        try {
            connection = Databases.connect(running);
            if (SchemaGate.status(connection).state() == SchemaStatus.State.CURRENT) {
                return Optional.of(connection);
            }
            connection.close();
            return Optional.empty();
        } catch (DatabaseException e) {
            if (connection != null) {
                connection.close();
            }
            throw new SQLException(e);
        }
    }

    @Override
    public Connection connect() {
        return context.connect();
    }
}
