package org.atelier.machinelogs.ledger;

import org.jdbi.v3.core.Jdbi;

/**
 * The columns of {@code fichier_source} that hold the version of a file which its days are built from. Takes part in
 * the transaction that is open. Thread-safe.
 */
final class KeptVersion {

    private final Jdbi jdbi;

    KeptVersion(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Keeps a version, whatever is to become of the file; of a duplicate one that adds nothing. */
    void keep(PlannedFile file, FileVersion version, long execution) {
        jdbi.useHandle(handle -> FilePlan.bindVersion(
                        handle.createUpdate("""
                                update fichier_source
                                   set sha256_remplacee = case when taille > :size and sha256 <> :sha256 then sha256
                                                               else sha256_remplacee end,
                                       duplicate_de = :original, sha256 = :sha256, taille = :size,
                                       date_fichier = :modified::timestamptz,
                                       date_telechargement = :downloaded::timestamptz, entete = decode(:head, 'hex'),
                                       jours = :days::date[], jours_debut = :starts::timestamp[], jours_evenements = :dayEvents,
                                       debut_jour = :dayStart::time, lignes = :lines,
                                       lignes_vides = :blank, evenements = :used, evenements_comptes = :counted,
                                       rejets = :rejected, lignes_retenues = :held, controle = null,
                                       job_execution_id = :execution
                                 where id = :file
                                """), file.duplicateOf() == null ? version : version.withoutLines())
                .bind("original", file.duplicateOf())
                .bind("execution", execution)
                .bind("file", file.id())
                .execute());
    }

    /** Has the next run read the file again, if this run did for its day start and the file is not left alone. */
    void readAgain(long file, long run) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        update fichier_source f set debut_jour = null from plan_fichier p
                         where f.id = :file and f.etat = 'failed'
                           and p.job_instance_id = :run and p.fichier_id = f.id and p.relu
                        """).bind("file", file).bind("run", run).execute());
    }
}
