package org.atelier.launcher.complete;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.atelier.history.RecentRuns;
import org.atelier.history.RecentRuns.RecentRun;
import org.atelier.sql.DatabaseSettings;

/**
 * Recent runs of a database that answers at once. Nobody waits for a completion: what takes longer than a second, or
 * fails, is no run. Nothing is started or set up for it.
 */
public final class RunNames implements Supplier<List<Candidate>> {

    private static final int MOST = 20;
    private static final String SECONDS = "1";

    private final Supplier<Optional<DatabaseSettings>> database;

    /** @param database where runs are recorded; may fail */
    public RunNames(Supplier<Optional<DatabaseSettings>> database) {
        this.database = database;
    }

    @Override
    public List<Candidate> get() {
        return CompletableFuture.supplyAsync(this::ask)
                .completeOnTimeout(List.of(), 1, TimeUnit.SECONDS)
                .exceptionally(e -> List.of())
                .join();
    }

    private List<Candidate> ask() {
        return database.get().map(RunNames::ask).orElse(List.of());
    }

    private static List<Candidate> ask(DatabaseSettings settings) {
        try (Connection connection = connect(settings)) {
            return RecentRuns.list(connection, MOST).stream()
                    .map(RunNames::candidate)
                    .toList();
        } catch (SQLException e) {
            return List.of();
        }
    }

    private static Candidate candidate(RecentRun run) {
        return new Candidate(
                Long.toString(run.id()),
                run.job() + " " + run.status() + (run.created() == null ? "" : " " + run.created()));
    }

    private static Connection connect(DatabaseSettings settings) throws SQLException {
        Properties properties = new Properties();
        settings.driverProperties().forEach(properties::setProperty);
        properties.setProperty("user", settings.username());
        properties.setProperty("password", settings.password().reveal());
        properties.setProperty("connectTimeout", SECONDS);
        properties.setProperty("loginTimeout", SECONDS);
        properties.setProperty("socketTimeout", SECONDS);
        properties.setProperty("ApplicationName", "atelier completion");
        return DriverManager.getConnection(settings.url(), properties);
    }
}
