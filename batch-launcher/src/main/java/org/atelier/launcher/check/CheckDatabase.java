package org.atelier.launcher.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.database.Databases;
import org.atelier.launcher.database.SchemaGate;
import org.atelier.launcher.result.CheckReport.Finding;
import org.atelier.launcher.result.CheckReport.Verdict;
import org.atelier.migrations.SchemaStatus;
import org.atelier.run.DatabaseSettings;

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
     */
    public static List<Finding> findings(Supplier<DatabaseSettings> database) {
        try {
            return look(database.get());
        } catch (CommandFailure e) {
            Verdict verdict = e.exitCode() == ExitCode.UNREACHABLE ? Verdict.UNREACHABLE : Verdict.PROBLEM;
            String what = e.why().isEmpty() ? "" : ": " + e.why();
            return List.of(new Finding(AREA, verdict, AREA, e.getMessage() + what, e.next()));
        } catch (SQLException e) {
            return List.of(new Finding(
                    AREA, Verdict.UNREACHABLE, AREA, String.valueOf(e.getMessage()), "see that the server runs"));
        }
    }

    private static List<Finding> look(DatabaseSettings settings) throws SQLException {
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
            List<Finding> findings = new ArrayList<>();
            findings.add(
                    judged(settings.label(), "PostgreSQL " + version + ", schema ", SchemaGate.status(connection)));
            findings.addAll(CheckLock.findings(settings));
            return findings;
        }
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
