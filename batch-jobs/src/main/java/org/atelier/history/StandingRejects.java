package org.atelier.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rejects of all jobs. Works on the caller's connection, changes nothing, and is used by one thread at a
 * time.
 */
public final class StandingRejects {

    private static final int PAGE = 1000;

    private static final String ALL = """
            from (select 'line-' || r.id as id, 'machine-logs' as job, c.nom as centre, f.chemin as subject,
                         substr(f.chemin, strpos(f.chemin, '/') + 1) as file, 'line ' || r.numero_ligne as place,
                         r.motif as reason, r.contenu as content, r.job_execution_id as run, r.date_creation as created,
                         r.id as number, f.id as file_id, f.suite
                    from ligne_rejetee r join fichier_source f on f.id = r.fichier_id
                    join centre_usinage c on c.id = f.centre_usinage_id
                  union all
                  select 'order-' || o.id, 'orders', null, o.id_commande, null, o.cible || '.' || o.colonne,
                         o.motif, o.valeur, o.job_execution_id, o.date_creation, o.id, null, null
                    from commande_rejetee o where o.job_execution_fin is null) r where true""";

    private final Connection connection;

    /** @param connection to a database with the schema */
    public StandingRejects(Connection connection) {
        this.connection = connection;
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
                "select r.* " + ALL + where.sql() + " order by created desc, subject, number" + limit)) {
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
        return Rows.read(connection, "select r.* " + ALL + " and id = ?", List.of(id), StandingRejects::reject).stream()
                .findFirst();
    }

    /** The ledger keys of the files that rejected lines are of. */
    public List<Long> files(RejectFilter filter) throws SQLException {
        Where where = where(filter);
        return Rows.read(
                connection,
                "select distinct file_id " + ALL + where.sql() + " and file_id is not null order by 1",
                where.values(),
                row -> row.getLong(1));
    }

    private static Where where(RejectFilter filter) {
        StringBuilder sql = new StringBuilder(filter.linesOnly() ? " and job = 'machine-logs'" : "");
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
