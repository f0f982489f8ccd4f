package org.atelier.launcher.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.atelier.catalog.Finding;
import org.atelier.catalog.Finding.Verdict;
import org.atelier.database.DatabaseException;
import org.atelier.database.Databases;
import org.atelier.database.PlantZone;
import org.atelier.database.SchemaGate;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.DatabaseFailures;
import org.atelier.launcher.ExitCode;
import org.atelier.migrations.Obstacle;
import org.atelier.migrations.Obstacles;
import org.atelier.migrations.SchemaStatus;
import org.atelier.migrations.SchemaStatus.State;
import org.atelier.sql.DatabaseSettings;

/** Logs in to the database and looks at its schema. */
public final class CheckDatabase {

    private static final String AREA = "database";
    private static final int OLDEST = 15;

    private CheckDatabase() {}

    /**
     * A finding about the database and its schema; another one about the lock of runs, when an address is set for it or
     * it does not work.
     *
     * @param database gives the address; may fail, which is a finding too
     * @param zone the plant's, which the server must know
     */
    public static List<Finding> findings(Supplier<DatabaseSettings> database, ZoneId zone) {
        try {
            return look(database.get(), zone);
        } catch (DatabaseException e) {
            return List.of(finding(DatabaseFailures.of(e)));
        } catch (CommandFailure e) {
            return List.of(finding(e));
        } catch (SQLException e) {
            return List.of(new Finding(
                    AREA, Verdict.UNREACHABLE, AREA, String.valueOf(e.getMessage()), "see that the server runs"));
        }
    }

    private static Finding finding(CommandFailure e) {
        Verdict verdict = e.exitCode() == ExitCode.UNREACHABLE ? Verdict.UNREACHABLE : Verdict.PROBLEM;
        String what = e.why().isEmpty() ? "" : ": " + e.why();
        return new Finding(AREA, verdict, AREA, e.getMessage() + what, e.next());
    }

    private static List<Finding> look(DatabaseSettings settings, ZoneId zone) throws SQLException {
        try (Connection connection = Databases.connect(settings)) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                return List.of(new Finding(
                        AREA, Verdict.PROBLEM, settings.label(), "PostgreSQL " + version, "use 15 or later"));
            }
            if (Databases.isReadOnly(connection)) {
                return List.of(new Finding(
                        AREA,
                        Verdict.PROBLEM,
                        settings.label(),
                        "read only: a standby, or its default_transaction_read_only is on",
                        "use the primary"));
            }
            SchemaStatus status = SchemaGate.status(connection);
            List<Finding> findings = new ArrayList<>(obstacles(settings.label(), connection, status, zone));
            if (findings.isEmpty() || status.state() != State.EMPTY) {
                findings.add(0, judged(settings.label(), "PostgreSQL " + version + ", schema ", status));
            }
            findings.addAll(CheckLock.findings(settings));
            return findings;
        }
    }

    /** What keeps the schema from being set up or brought up to date, or runs from working with it. */
    private static List<Finding> obstacles(String url, Connection connection, SchemaStatus status, ZoneId zone)
            throws SQLException {
        List<Obstacle> found = new ArrayList<>();
        if (status.state() == State.CURRENT) {
            Obstacles.ofDatabase(connection).ifPresent(found::add);
            found.addAll(Obstacles.ofRuns(connection));
        } else {
            found.addAll(Obstacles.ofUpdate(connection, status, status.state() == State.FOREIGN));
        }
        PlantZone.obstacle(connection, zone).ifPresent(found::add);
        return found.stream()
                .map(each -> new Finding(AREA, Verdict.PROBLEM, url, each.what(), each.fix()))
                .toList();
    }

    private static Finding judged(String url, String what, SchemaStatus status) {
        return switch (status.state()) {
            case CURRENT -> new Finding(AREA, Verdict.OK, url, what + "current", "");
            case EMPTY -> new Finding(AREA, Verdict.OK, url, what + "not yet set up", "the first run sets it up");
            case PENDING ->
                new Finding(AREA, Verdict.PROBLEM, url, what + "older than this program", "atelier db update");
            case FOREIGN ->
                new Finding(
                        AREA,
                        Verdict.PROBLEM,
                        url,
                        "tables of our names that this program did not make: "
                                + String.join(", ", status.foreignTables()),
                        "atelier db update --adopt");
            case NEWER ->
                new Finding(
                        AREA,
                        Verdict.PROBLEM,
                        url,
                        what + "newer than this program",
                        "use that release or a later one");
        };
    }
}
