package org.atelier.files;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.ServiceLoader;

/**
 * What people may do to the ledger. Works on the caller's connection, in its transaction; not thread-safe.
 *
 * <p>Neither act touches a session: the next run that takes the file rebuilds its days, old and new.
 */
public final class LedgerEdit {

    private static final String REQUEUE = """
            update fichier_source set etat = 'seen', tentatives = 0, cause = null where id = any(?) and suite is null
            """;

    private static final String FORGET_REJECTS = "delete from ligne_rejetee where fichier_id = any(?)";

    /** The row stays, with its key: by it the next run knows which days were built from the forgotten version. */
    private static final String FORGET = """
            update fichier_source
               set etat = 'seen', tentatives = 0, cause = null, duplicate_de = null, sha256 = null, sha256_remplacee = null,
                   taille = null, date_fichier = null, date_telechargement = null, jours = null, lignes = null, lignes_vides = null, evenements = null, evenements_comptes = null,
                   rejets = null, lignes_retenues = null, date_chargement = null, suite = null, date_suite = null,
                   chemin_archive = null
             where id = any(?)
            """;

    private final Connection connection;

    /** @param connection to a database with the schema */
    public LedgerEdit(Connection connection) {
        this.connection = connection;
    }

    /**
     * Puts files back into the queue: the next run takes them, changed or not, whatever failed before.
     *
     * @return how many; those that left their server are not among them
     */
    public int requeue(Collection<Long> files) throws SQLException {
        return update(REQUEUE, files);
    }

    /**
     * Forgets what was loaded of files, their rejects included: the next run takes them as new, if they are still
     * there. Their sessions stay until a run rebuilds their days; what only a forgotten file gave is gone then.
     *
     * @return how many
     */
    public int forget(Collection<Long> files) throws SQLException {
        update(FORGET_REJECTS, files);
        for (JobFiles<?> own : ServiceLoader.load(JobFiles.class)) {
            if (own.forget().isPresent()) {
                update(own.forget().get(), files);
            }
        }
        return update(FORGET, files);
    }

    private int update(String sql, Collection<Long> files) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("bigint", files.toArray()));
            return statement.executeUpdate();
        }
    }
}
