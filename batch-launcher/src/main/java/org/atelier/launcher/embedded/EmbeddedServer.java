package org.atelier.launcher.embedded;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.atelier.fixtures.host.FixtureException;
import org.atelier.fixtures.postgres.DurablePostgres;
import org.atelier.fixtures.postgres.EmbeddedPostgres;
import org.atelier.fixtures.postgres.PostgresAddress;
import org.atelier.fixtures.postgres.PostgresStatus;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.settings.Secret;
import org.atelier.sql.DatabaseSettings;

/** The only class that knows the optional module; loaded when that module is there. */
final class EmbeddedServer {

    private EmbeddedServer() {}

    static DatabaseSettings start(Path directory, Consumer<String> notes) {
        DurablePostgres postgres = EmbeddedPostgres.durable(directory);
        try {
            if (postgres.status().state() != PostgresStatus.State.RUNNING) {
                notes.accept("starting the embedded database in " + directory
                        + " (it keeps running; atelier db stop ends it)");
            }
            return settings(postgres.startOrJoin());
        } catch (FixtureException e) {
            throw failure("the embedded database did not start", e);
        }
    }

    static Optional<DatabaseSettings> running(Path directory) {
        return EmbeddedPostgres.durable(directory).running().map(EmbeddedServer::settings);
    }

    private static DatabaseSettings settings(PostgresAddress address) {
        return new DatabaseSettings(address.jdbcUrl(), address.user(), new Secret(address.password()));
    }

    static boolean stop(Path directory) {
        try {
            return EmbeddedPostgres.durable(directory).stop();
        } catch (FixtureException e) {
            throw failure("the embedded database was not stopped", e);
        }
    }

    private static CommandFailure failure(String what, FixtureException e) {
        return new CommandFailure(
                ExitCode.FAILED,
                what,
                String.valueOf(e.getMessage()),
                "mend that and try again, or set ATELIER_DATABASE_URL to a database of your own",
                e);
    }
}
