package org.atelier.files;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Reads and binds the columns that the ledger and the plan of a run share. */
public final class FileRows {

    /** The columns of a version, for a select list. */
    static final String VERSION_COLUMNS = """
            sha256, taille, date_fichier, date_telechargement, jours::text[] as jours,
            lignes, lignes_vides, evenements, evenements_comptes, rejets, lignes_retenues
            """;

    /** The columns of a version, to be set. */
    static final String SET_VERSION = """
            sha256 = :sha256, taille = :size, date_fichier = :modified::timestamptz,
            date_telechargement = :downloaded::timestamptz, jours = :days::date[], lignes = :lines,
            lignes_vides = :blank, evenements = :used, evenements_comptes = :counted, rejets = :rejected,
            lignes_retenues = :held
            """;

    private FileRows() {}

    /** A point in time; not null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The days of a version. */
    public static List<LocalDate> days(ResultSet row) throws SQLException {
        return texts(row.getArray("jours")).stream().map(LocalDate::parse).toList();
    }

    /** The counts of a version, or sums of them. */
    public static LineCounts counts(ResultSet row) throws SQLException {
        return new LineCounts(
                row.getLong("lignes"),
                row.getLong("lignes_vides"),
                row.getLong("evenements"),
                row.getLong("evenements_comptes"),
                row.getLong("rejets"),
                row.getLong("lignes_retenues"));
    }

    /** The texts of an array: java.sql's dates and times go through the JVM's zone, where an hour may be missing. */
    public static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /** A version, or null where the row has none. */
    static <V extends FileVersion> @Nullable V version(ResultSet row, JobFiles<V> own) throws SQLException {
        return row.getString("sha256") == null ? null : own.version(row);
    }

    /** A key, or null. */
    static @Nullable Long key(ResultSet row, String column) throws SQLException {
        long key = row.getLong(column);
        return row.wasNull() ? null : key;
    }

    static <V extends FileVersion> Update bind(Update update, V version, JobFiles<V> own) {
        LineCounts counts = version.counts();
        own.bind(update, version);
        return update.bind("sha256", version.sha256())
                .bind("size", version.size())
                .bind("modified", version.modified().toString())
                .bind("downloaded", version.downloadedAt().toString())
                .bindArray(
                        "days",
                        String.class,
                        version.days().stream().map(Object::toString).toList())
                .bind("lines", counts.lines())
                .bind("blank", counts.blank())
                .bind("used", counts.used())
                .bind("counted", counts.counted())
                .bind("rejected", counts.rejected())
                .bind("held", counts.held());
    }
}
