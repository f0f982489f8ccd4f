package org.atelier.observe.notify;

import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;

/** What the database said, without the statement and its values. */
final class DatabaseFault {

    private DatabaseFault() {}

    static SQLException of(JdbiException failure) {
        return failure.getCause() instanceof SQLException cause
                ? new SQLException(cause.getMessage(), cause.getSQLState(), failure)
                : new SQLException(failure.getClass().getSimpleName(), failure);
    }
}
