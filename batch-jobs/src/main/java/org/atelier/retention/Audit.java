package org.atelier.retention;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/** Table {@code atelier_audit}: who deleted or handed out what was kept. Works on the caller's connection. */
public final class Audit {

    private final Connection connection;

    /** @param connection to a database with the schema */
    public Audit(Connection connection) {
        this.connection = connection;
    }

    /**
     * Notes an act, in the transaction that is open.
     *
     * @param who account, host and process
     * @param details figures and limits by name, never what was deleted
     */
    public void note(String act, String who, Map<String, String> details) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into atelier_audit (action, auteur, details) values (?, ?, jsonb_object(?, ?))")) {
            insert.setString(1, act);
            insert.setString(2, who);
            insert.setArray(3, connection.createArrayOf("text", details.keySet().toArray()));
            insert.setArray(4, connection.createArrayOf("text", details.values().toArray()));
            insert.executeUpdate();
        }
    }
}
