package org.atelier.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rejects of all jobs. Works on the caller's connection, changes nothing, and is used by one thread at a
 * time.
 */
public final class StandingRejects {

    private static final int PAGE = 1000;

    private final Connection connection;
    private final String all;

    /**
     * @param connection to a database with the schema
     * @param queries by job, at least one
     */
    public StandingRejects(Connection connection, Map<String, RejectQuery> queries) {
        this.connection = connection;
        this.all = queries.entrySet().stream()
                .map(query -> select(query.getKey(), query.getValue()))
                .collect(Collectors.joining(" union all ", "from (", ") r where true"));
    }

    private static String select(String job, RejectQuery query) {
        return "select '" + query.prefix() + "-' || q.number as id, '" + job + "' as job, q.centre, q.subject, q.file,"
                + " q.place, q.reason, q.content, q.run, q.created, q.number, q.file_id from (" + query.standing()
                + ") q";
    }

    /** A filter as SQL. */
    private record Where(String sql, List<Object> values) {}

    /** The rejects, the newest first. */
    public List<StandingReject> list(RejectFilter filter) throws SQLException {
        List<StandingReject> rejects = new ArrayList<>();
        each(filter, rejects::add);
        return rejects;
    }

    /** The same one after the other: memory does not grow with them. Ends the connection's transaction. */
    public void each(RejectFilter filter, Consumer<StandingReject> reject) throws SQLException {
        Where where = where(filter);
        String limit = filter.limit() == null ? "" : " limit " + filter.limit();
        boolean automatic = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(
                "select r.* " + all + where.sql() + " order by created desc, subject, number" + limit)) {
            statement.setFetchSize(PAGE);
            for (int i = 0; i < where.values().size(); i++) {
                statement.setObject(i + 1, where.values().get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reject.accept(reject(rows));
                }
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(automatic);
        }
    }

    /** The reject of that id. */
    public Optional<StandingReject> find(String id) throws SQLException {
        return Rows.read(connection, "select r.* " + all + " and id = ?", List.of(id), StandingRejects::reject).stream()
                .findFirst();
    }

    /** The ledger keys of the files that rejected lines are of. */
    public List<Long> files(RejectFilter filter) throws SQLException {
        Where where = where(filter);
        return Rows.read(
                connection,
                "select distinct file_id " + all + where.sql() + " and file_id is not null order by 1",
                where.values(),
                row -> row.getLong(1));
    }

    private static Where where(RejectFilter filter) {
        StringBuilder sql = new StringBuilder(filter.ofFiles() ? " and file_id is not null" : "");
        List<Object> values = new ArrayList<>();
        filter.job().ifPresent(job -> add(sql, " and job = ?", values, job));
        filter.centre().ifPresent(centre -> add(sql, " and centre = ?", values, centre));
        filter.reason().ifPresent(reason -> add(sql, " and reason = ?", values, reason));
        filter.since().ifPresent(since -> add(sql, " and created >= ?", values, since.atOffset(ZoneOffset.UTC)));
        filter.file().ifPresent(file -> add(sql, " and ? in (subject, file, file_id::text)", values, file));
        return new Where(sql.toString(), values);
    }

    private static void add(StringBuilder sql, String condition, List<Object> values, Object value) {
        sql.append(condition);
        values.add(value);
    }

    private static StandingReject reject(ResultSet row) throws SQLException {
        return new StandingReject(
                RecordReader.text(row, "id"),
                RecordReader.text(row, "job"),
                row.getString("centre"),
                RecordReader.text(row, "subject"),
                key(row, "file_id"),
                RecordReader.text(row, "place"),
                RecordReader.text(row, "reason"),
                row.getString("content"),
                key(row, "run"),
                row.getObject("created", java.time.OffsetDateTime.class).toInstant());
    }

    private static @Nullable Long key(ResultSet row, String column) throws SQLException {
        long key = row.getLong(column);
        return row.wasNull() ? null : key;
    }
}
