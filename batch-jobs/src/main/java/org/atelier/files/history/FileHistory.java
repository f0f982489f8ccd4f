package org.atelier.files.history;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.atelier.files.FileRows;
import org.atelier.history.RecordReader;
import org.atelier.history.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Reads the ledger of files, those of all jobs. Works on the caller's connection, changes nothing, and is used by one
 * thread at a time.
 */
public final class FileHistory {

    private static final String SELECT =
            """
            select f.id, f.job, f.source, f.chemin, f.etat, f.tentatives, f.cause, o.chemin as original, f.taille,
                   f.date_fichier, f.sha256, f.sha256_remplacee, f.jours::text[] as jours, f.lignes, f.evenements,
                   f.evenements_comptes, f.lignes_vides, f.rejets, f.lignes_retenues, f.date_premiere_vue,
                   f.date_chargement, f.job_execution_id, f.suite, f.chemin_archive,
            """ + " " + LedgerLook.GROUP + " as groupe, " + LedgerLook.GATE + " as controle" + LedgerLook.FROM
                    + "left join fichier_source o on o.id = f.duplicate_de where ";

    private final Connection connection;

    /** @param connection to a database with the schema */
    public FileHistory(Connection connection) {
        this.connection = connection;
    }

    /** Files by path, then source. */
    public List<FileRecord> list(FileFilter filter) throws SQLException {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder("true");
        filter.job().ifPresent(job -> {
            where.append(" and f.job = ?");
            values.add(job);
        });
        filter.centre().ifPresent(centre -> {
            where.append(" and ").append(LedgerLook.GROUP).append(" = ?");
            values.add(centre);
        });
        filter.state().ifPresent(state -> {
            where.append(" and f.etat = ?");
            values.add(state);
        });
        if (filter.gateFailed()) {
            where.append(" and ").append(LedgerLook.GATE).append(" is not null");
        }
        values.add(filter.limit());
        return read(where + " order by f.chemin collate \"C\", f.source, f.job limit ?", values);
    }

    /**
     * The files that a person means: the one with that id, or those with that path ({@code directory/file}) or name.
     *
     * @return several when the same path or name is on several sources, in several directories, or of several jobs
     */
    public List<FileRecord> find(String file) throws SQLException {
        if (file.matches("\\d{1,18}")) {
            return read("f.id = ?", List.of(Long.parseLong(file)));
        }
        return read(
                "f.chemin = ? or substr(f.chemin, strpos(f.chemin, '/') + 1) = ?"
                        + " order by f.chemin, f.source, f.job",
                List.of(file, file));
    }

    private List<FileRecord> read(String where, List<Object> values) throws SQLException {
        return Rows.read(connection, SELECT + where, values, FileHistory::file);
    }

    private static FileRecord file(ResultSet row) throws SQLException {
        return new FileRecord(
                row.getLong("id"),
                RecordReader.text(row, "job"),
                RecordReader.text(row, "source"),
                RecordReader.text(row, "chemin"),
                row.getString("groupe"),
                RecordReader.text(row, "etat"),
                row.getInt("tentatives"),
                row.getString("cause"),
                row.getString("original"),
                number(row, "taille"),
                instant(row, "date_fichier"),
                row.getString("sha256"),
                row.getString("sha256_remplacee"),
                days(row.getArray("jours")),
                counts(row),
                instant(row, "date_premiere_vue"),
                instant(row, "date_chargement"),
                number(row, "job_execution_id"),
                row.getString("suite"),
                row.getString("chemin_archive"),
                row.getString("controle"));
    }

    private static FileRecord.Counts counts(ResultSet row) throws SQLException {
        return new FileRecord.Counts(
                row.getLong("lignes"),
                row.getLong("evenements"),
                row.getLong("evenements_comptes"),
                row.getLong("lignes_vides"),
                row.getLong("rejets"),
                row.getLong("lignes_retenues"));
    }

    private static List<LocalDate> days(@Nullable Array days) throws SQLException {
        return FileRows.texts(days).stream().map(LocalDate::parse).sorted().toList();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
