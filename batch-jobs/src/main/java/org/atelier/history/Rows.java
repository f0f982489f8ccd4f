package org.atelier.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs a query and maps its rows. Without Jdbi, which commands that only read need not load. */
public final class Rows {

    private Rows() {}

    /** Maps the row that the result set stands on. */
    @FunctionalInterface
    public interface Mapper<T> {

        /** Maps it. */
        T map(ResultSet row) throws SQLException;
    }

    /**
     * Runs it.
     *
     * @param sql with a question mark for each value
     * @return all rows, in their order
     */
    public static <T> List<T> read(Connection connection, String sql, List<?> values, Mapper<T> mapper)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<T> records = new ArrayList<>();
                while (rows.next()) {
                    records.add(mapper.map(rows));
                }
                return records;
            }
        }
    }
}
