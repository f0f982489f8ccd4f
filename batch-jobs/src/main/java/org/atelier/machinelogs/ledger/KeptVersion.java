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
                                with own as (
                                  insert into fichier_log (fichier_id, entete, jours_debut, jours_evenements, debut_jour)
                                  values (:file, decode(:head, 'hex'), :starts::timestamp[], :dayEvents, :dayStart::time)
                                      on conflict (fichier_id) do update
                                     set entete = excluded.entete, jours_debut = excluded.jours_debut, controle = null,
                                         jours_evenements = excluded.jours_evenements, debut_jour = excluded.debut_jour)
                                update fichier_source
                                   set sha256_remplacee = case when taille > :size and sha256 <> :sha256 then sha256
                                                               else sha256_remplacee end,
                                       duplicate_de = :original, sha256 = :sha256, taille = :size,
                                       date_fichier = :modified::timestamptz,
                                       date_telechargement = :downloaded::timestamptz, jours = :days::date[], lignes = :lines,
                                       lignes_vides = :blank, evenements = :used, evenements_comptes = :counted,
                                       rejets = :rejected, lignes_retenues = :held,
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
                        update fichier_log l set debut_jour = null from fichier_source f, plan_fichier_log p
                         where f.id = :file and f.etat = 'failed' and l.fichier_id = f.id
                           and p.job_instance_id = :run and p.fichier_id = f.id and p.relu
                        """).bind("file", file).bind("run", run).execute());
    }
}
