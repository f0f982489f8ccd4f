package org.atelier.api;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import org.atelier.database.DatabaseChoice;
import org.atelier.database.DatabaseException;
import org.atelier.database.Databases;
import org.atelier.database.SchemaGate;
import org.atelier.settings.ConfigurationException;
import org.atelier.settings.Settings;
import org.atelier.settings.SettingsReader;
import org.atelier.settings.Surroundings;
import org.atelier.sql.DatabaseSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service as a program of its own: {@code java -cp ... org.atelier.api.Api [--config FILE]}. It needs a configured
 * database; the embedded one is started by the launcher. Ends at SIGTERM or SIGINT, after the requests under way.
 */
public final class Api {

    private static final int CONFIGURATION = 3;
    private static final int UNREACHABLE = 7;

    private Api() {}

    /** Runs until it is told to end. */
    public static void main(String... arguments) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        ServiceLog.begin();
        try {
            serve(SettingsReader.read(config(arguments), Surroundings.ofThisProcess()));
        } catch (ConfigurationException e) {
            end(CONFIGURATION, String.valueOf(e.getMessage()));
        } catch (DatabaseException e) {
            end(UNREACHABLE, e.getMessage() + ": " + e.why());
        }
    }

    private static void serve(Settings settings) {
        DatabaseSettings database = settings.get(DatabaseChoice.class)
                .configured()
                .orElseThrow(() -> new ConfigurationException(
                        "no database is set: set atelier.database.url (ATELIER_DATABASE_URL)"));
        try (Connection connection = Databases.connect(database)) {
            SchemaGate.pass(connection, settings.get(DatabaseChoice.class).migrate(), Api::say);
        } catch (SQLException e) {
            throw SchemaGate.lost(database.username(), e);
        }
        Logger log = LoggerFactory.getLogger(Api.class);
        CountDownLatch ended = new CountDownLatch(1);
        ApiServer server = ApiServer.start(settings, database, Clock.systemUTC());
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            log.info("Ended");
                            ended.countDown();
                        },
                        "end"));
        log.info("Listens at {}", server.address());
        awaitEnd(ended);
    }

    private static void awaitEnd(CountDownLatch ended) {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static @Nullable Path config(String... arguments) {
        if (arguments.length == 0) {
            return null;
        }
        if (arguments.length == 2 && arguments[0].equals("--config")) {
            return Path.of(arguments[1]);
        }
        throw new ConfigurationException("the only option is --config FILE");
    }

    private static void say(String text) {
        System.err.println("atelier: " + text);
    }

    private static void end(int code, String text) {
        say(text);
        System.exit(code);
    }
}
