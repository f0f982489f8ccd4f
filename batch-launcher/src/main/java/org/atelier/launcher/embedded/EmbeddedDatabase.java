package org.atelier.launcher.embedded;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.settings.Surroundings;
import org.atelier.sql.DatabaseSettings;

/**
 * The PostgreSQL in the data directory that serves when no database is configured: for trials, never in Kubernetes. The
 * module that brings it is optional: images leave it out.
 */
public final class EmbeddedDatabase {

    private static final String SERVER = "org.atelier.fixtures.postgres.EmbeddedPostgres";

    private EmbeddedDatabase() {}

    /**
     * Starts the server, or joins the running one.
     *
     * @param notes takes what is worth telling while it is done
     * @throws CommandFailure (3) where it cannot serve, (1) when it does not start
     */
    public static DatabaseSettings start(Path dataDir, Surroundings surroundings, Consumer<String> notes) {
        if (surroundings.inKubernetes()) {
            throw notConfigured("the embedded PostgreSQL never serves in Kubernetes: its data would go with the pod");
        }
        if (!isPresent()) {
            throw notConfigured("this installation has no embedded PostgreSQL");
        }
        return EmbeddedServer.start(directory(dataDir), notes);
    }

    /** The server of that data directory, if one runs; nothing is started. */
    public static Optional<DatabaseSettings> running(Path dataDir) {
        return isPresent() ? EmbeddedServer.running(directory(dataDir)) : Optional.empty();
    }

    /** Stops the server of that data directory; false when none runs. */
    public static boolean stop(Path dataDir) {
        return isPresent() && EmbeddedServer.stop(directory(dataDir));
    }

    private static Path directory(Path dataDir) {
        return dataDir.resolve("postgres");
    }

    private static boolean isPresent() {
        try {
            Class.forName(SERVER, false, EmbeddedDatabase.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static CommandFailure notConfigured(String why) {
        return new CommandFailure(
                ExitCode.CONFIGURATION,
                "no database is configured",
                why,
                "set ATELIER_DATABASE_URL to a jdbc:postgresql: URL, with ATELIER_DATABASE_USERNAME and _PASSWORD");
    }
}
