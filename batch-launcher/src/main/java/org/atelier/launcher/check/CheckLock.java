package org.atelier.launcher.check;

import java.sql.SQLException;
import java.util.List;
import org.atelier.catalog.Finding;
import org.atelier.catalog.Finding.Verdict;
import org.atelier.run.lock.LockProof;
import org.atelier.sql.DatabaseSettings;
import org.atelier.sql.LoginFault;

/** Tries whether the lock that keeps runs apart works by the configured addresses. */
final class CheckLock {

    private static final String AREA = "database";
    private static final String KEY = "atelier.database.lock-url";

    private CheckLock() {}

    /** Nothing when it works by the database's own address. */
    static List<Finding> findings(DatabaseSettings settings) {
        String where = settings.lockLabel();
        try {
            return switch (LockProof.of(settings)) {
                case KEPT ->
                    settings.lockUrl() == null
                            ? List.of()
                            : List.of(new Finding(AREA, Verdict.OK, where, "keeps the lock of runs", ""));
                case SHARED ->
                    problem(
                            where,
                            "a pooler that does not keep sessions: runs could not keep each other out",
                            "set " + KEY + " to an address past it");
                case ELSEWHERE ->
                    problem(where, "another database than " + settings.label(), "correct " + KEY + ", or remove it");
            };
        } catch (SQLException e) {
            return LoginFault.of(e, settings)
                    .map(fault -> problem(where, fault.what(), fault.fix() + ", or correct " + KEY))
                    .orElseGet(() -> List.of(new Finding(
                            AREA,
                            Verdict.UNREACHABLE,
                            where,
                            String.valueOf(e.getMessage()),
                            "see that the lock of runs can be taken there, or correct " + KEY)));
        }
    }

    private static List<Finding> problem(String where, String what, String fix) {
        return List.of(new Finding(AREA, Verdict.PROBLEM, where, what, fix));
    }
}
