package org.atelier.machinelogs.ledger;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the columns that the ledger and the plan of a run share. */
final class FileRows {

    /** The columns of a version, for a select list. */
    static final String VERSION_COLUMNS = """
            sha256, taille, date_fichier, date_telechargement, encode(entete, 'hex') as entete, jours::text[] as jours,
            jours_debut::text[] as jours_debut, jours_evenements, debut_jour::text as debut_jour, lignes, lignes_vides, evenements, evenements_comptes, rejets, lignes_retenues
            """;

    private FileRows() {}

    /** A file version, or null where the row has none. */
    static @Nullable FileVersion version(ResultSet row) throws SQLException {
        String sha256 = row.getString("sha256");
        if (sha256 == null) {
            return null;
        }
        Instant modified = instant(row, "date_fichier");
        return new FileVersion(
                sha256,
                row.getLong("taille"),
                modified,
                instant(row, "date_telechargement"),
                row.getString("entete"),
                days(row.getArray("jours")),
                dayStarts(row.getArray("jours_debut")),
                numbers(row.getArray("jours_evenements")),
                dayStart(row),
                counts(row));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A key, or null. */
    static @Nullable Long key(ResultSet row, String column) throws SQLException {
        long key = row.getLong(column);
        return row.wasNull() ? null : key;
    }

    static LineCounts counts(ResultSet row) throws SQLException {
        return new LineCounts(
                row.getLong("lignes"),
                row.getLong("lignes_vides"),
                row.getLong("evenements"),
                row.getLong("evenements_comptes"),
                row.getLong("rejets"),
                row.getLong("lignes_retenues"));
    }

    // As text: java.sql's dates and times go through the JVM's zone, where an hour may be missing.
    private static List<LocalDate> days(@Nullable Array array) throws SQLException {
        return texts(array).stream().map(LocalDate::parse).toList();
    }

    private static List<LocalDateTime> dayStarts(@Nullable Array array) throws SQLException {
        return texts(array).stream()
                .map(text -> LocalDateTime.parse(text.replace(' ', 'T')))
                .toList();
    }

    /** Column {@code debut_jour}, read as text; null where it is. */
    static @Nullable LocalTime dayStart(ResultSet row) throws SQLException {
        String start = row.getString("debut_jour");
        return start == null ? null : LocalTime.parse(start);
    }

    private static List<Long> numbers(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((Long[]) array.getArray());
    }

    private static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /** A part of a day, from columns named as in the plan. */
    static DayPart part(ResultSet row) throws SQLException {
        return new DayPart(
                row.getLong("file"),
                row.getString("path"),
                row.getString("sha256"),
                instant(row, "modified"),
                instant(row, "downloaded"),
                row.getBoolean("held"),
                row.getBoolean("fresh"));
    }
}
