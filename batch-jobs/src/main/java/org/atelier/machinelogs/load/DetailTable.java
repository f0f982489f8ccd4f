package org.atelier.machinelogs.load;

import org.atelier.sql.Columns;

/** The tables of a session's details, and what is copied into them. */
enum DetailTable {
    PIECES("piece_production", Columns.of("session_id", "numero_piece", "timestamp_production", "details")),
    PROFILES(
            "job_profil",
            Columns.of("session_id", "reference", "longueur", "couleur", "timestamp_debut", "timestamp_fin", "pieces")),
    WAITS("periode_attente", Columns.of("session_id", "timestamp_debut", "timestamp_fin", "duree_secondes")),
    STOPS("periode_arret", Columns.of("session_id", "timestamp_debut", "timestamp_fin", "duree_secondes"));

    private final String table;
    private final String copied;

    DetailTable(String table, Columns columns) {
        this.table = table;
        this.copied = table + " (" + columns.list() + ")";
    }

    /** Its name. */
    String table() {
        return table;
    }

    /** Its name with the columns that rows have, in their order. */
    String copied() {
        return copied;
    }
}
