package org.atelier.launcher.command;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.atelier.database.Databases;
import org.atelier.database.SchemaGate;
import org.atelier.launcher.embedded.EmbeddedDatabase;
import org.atelier.launcher.result.DatabaseState;
import org.atelier.launcher.result.PendingSql;
import org.atelier.migrations.Obstacle;
import org.atelier.migrations.Obstacles;
import org.atelier.migrations.SchemaStatus;
import org.atelier.migrations.SchemaStatus.State;
import org.atelier.sql.DatabaseSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code atelier db}. */
@Command(name = "db", description = "The database's schema, and the embedded server.")
final class DbCommand {

    private final CommandContext context;

    DbCommand(CommandContext context) {
        this.context = context;
    }

    @Command(name = "status", description = "Tell how the database stands to this program; change nothing.")
    int status() throws SQLException {
        DatabaseSettings settings = context.database();
        try (Connection connection = Databases.connect(settings)) {
            return print(settings, connection);
        }
    }

    @Command(name = "update", description = "Bring the database's schema up to date.")
    int update(
            @Option(
                            names = "--adopt",
                            description = "Move tables of earlier scripts, as they are, to the schema ancien.")
                    boolean adopt)
            throws SQLException {
        DatabaseSettings settings = context.database();
        try (Connection connection = Databases.connect(settings)) {
            SchemaGate.update(connection, adopt, "updating the database's schema", context::note);
            return print(settings, connection);
        }
    }

    @Command(name = "sql", description = "Print the statements that update would run.")
    int sql() throws SQLException {
        try (Connection connection = Databases.connect(context.database())) {
            return context.print(new PendingSql(SchemaGate.pendingSql(connection)), ZoneOffset.UTC);
        }
    }

    @Command(name = "stop", description = "Stop the embedded server.")
    int stop() {
        boolean stopped = EmbeddedDatabase.stop(context.settings().dataDir());
        context.note(stopped ? "the embedded database is stopped" : "the embedded database does not run");
        return 0;
    }

    private int print(DatabaseSettings settings, Connection connection) throws SQLException {
        SchemaStatus status = SchemaGate.status(connection);
        List<Obstacle> obstacles = Obstacles.ofUpdate(connection, status, status.state() == State.FOREIGN);
        return context.print(
                new DatabaseState(settings.label(), status, obstacles),
                context.settings().timeZone());
    }
}
