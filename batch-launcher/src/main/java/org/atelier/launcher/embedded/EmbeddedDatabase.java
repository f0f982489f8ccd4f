package org.atelier.launcher.embedded;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.config.Surroundings;
import org.atelier.run.DatabaseSettings;

/** The PostgreSQL in the data directory that serves when no database is configured: for trials, never in Kubernetes. */
public final class EmbeddedDatabase {

    private EmbeddedDatabase() {}

    /**
     * Starts the server, or joins the running one.
     *
     * @throws CommandFailure (3) where it cannot serve
     */
    public static DatabaseSettings start(Path dataDir, Surroundings surroundings, Consumer<String> notes) {
        throw new CommandFailure(
                ExitCode.CONFIGURATION,
                "no database is configured",
                "this installation has no embedded PostgreSQL",
                "set ATELIER_DATABASE_URL to a jdbc:postgresql: URL, ATELIER_DATABASE_USERNAME and _PASSWORD");
    }

    /** Stops the server of that data directory; false when none runs. */
    public static boolean stop(Path dataDir) {
        return false;
    }
}
