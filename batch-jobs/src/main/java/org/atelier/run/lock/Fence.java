package org.atelier.run.lock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.atelier.run.LostRunException;
import org.atelier.run.RunIdentity;

/**
 * Keeps a process that lost its lock from committing anything, even when it has not noticed. Each transaction of a run
 * asks, as the last thing before its commit, whether the scope's epoch is still its own and whether the session that
 * holds the lock still lives; the row lock it takes makes a take-over wait for that commit.
 *
 * <p>Thread-safe.
 */
public final class Fence {

    private static final String PASS = """
            select 1 from atelier_scope s
             where s.scope = ? and s.epoch = ?
               and exists (select from pg_stat_get_activity(?) a where extract(epoch from a.backend_start) = ?::numeric)
               for share of s""";

    private final RunIdentity identity;
    private final RunLock.Holder holder;

    public Fence(RunIdentity identity, RunLock.Holder holder) {
        this.identity = identity;
        this.holder = holder;
    }

    /**
     * Passes, or refuses the commit.
     *
     * @throws LostRunException when the lock, and with it the right to write, is gone
     */
    public void pass(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PASS)) {
            statement.setString(1, identity.scope());
            statement.setLong(2, identity.epoch());
            statement.setInt(3, holder.pid());
            statement.setString(4, holder.since());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new LostRunException(
                            "The run has lost the lock of " + identity.scope() + "; nothing was committed since");
                }
            }
        }
    }
}
