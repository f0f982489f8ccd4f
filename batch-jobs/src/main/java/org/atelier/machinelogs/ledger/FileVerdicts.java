package org.atelier.machinelogs.ledger;

import org.jdbi.v3.core.Jdbi;

/**
 * Columns {@code controle}: why a file failed the quality gate, in the plan of the run that loaded it and in the
 * ledger. All methods take part in the transaction that is open. Thread-safe.
 */
public final class FileVerdicts {

    private final Jdbi jdbi;

    /** @param jdbi on the data source that the transaction manager uses, aware of its transactions */
    public FileVerdicts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Notes that the version the ledger has now failed, until another is loaded. */
    public void failed(long run, long fileId, String cause) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("update fichier_log set controle = :cause where fichier_id = :file")
                    .bind("cause", cause)
                    .bind("file", fileId)
                    .execute();
            handle.createUpdate("""
                            update plan_fichier_log set controle = :cause where job_instance_id = :run and fichier_id = :file
                            """)
                    .bind("cause", cause)
                    .bind("run", run)
                    .bind("file", fileId)
                    .execute();
        });
    }
}
