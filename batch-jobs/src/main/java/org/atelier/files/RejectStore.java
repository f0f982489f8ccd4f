package org.atelier.files;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.atelier.bulk.BulkCopy;
import org.atelier.bulk.CopyRows;
import org.jdbi.v3.core.Jdbi;

/**
 * Table {@code ligne_rejetee}: the rejects of each file's loaded version. Takes part in the transaction that is open.
 * Thread-safe.
 */
public final class RejectStore {

    private static final String COPIED =
            "ligne_rejetee (fichier_id, numero_ligne, decalage_octets, motif, contenu, job_execution_id, colonne)";

    private final Jdbi jdbi;
    private final BulkCopy bulk;
    private final Path spillDirectory;

    /** Where rejects come from: the caller calls it for each one. */
    @FunctionalInterface
    public interface Rejects {
        /** Gives all rejects, in the order of the lines. */
        void forEach(Consumer each) throws IOException;
    }

    /** Takes one reject. */
    @FunctionalInterface
    public interface Consumer {
        /** Takes it. */
        void accept(Reject reject) throws IOException;
    }

    /** Takes what it needs. */
    public RejectStore(Jdbi jdbi, BulkCopy bulk, Path spillDirectory) {
        this.jdbi = jdbi;
        this.bulk = bulk;
        this.spillDirectory = spillDirectory;
    }

    /**
     * The rejects of a file as rows: read before the transaction that replaces them. Whoever gets them closes them.
     *
     * @param fileId key of the file in the ledger
     * @param execution the job execution that loads it
     * @throws IOException when they cannot be read
     */
    public CopyRows rows(long fileId, long execution, Rejects rejects) throws IOException {
        CopyRows rows = CopyRows.ofMany(spillDirectory);
        try {
            rejects.forEach(reject -> {
                rows.row(7)
                        .bigint(fileId)
                        .bigint(reject.lineNumber())
                        .bigint(reject.byteOffset())
                        .text(reject.reason())
                        .text(reject.text())
                        .bigint(execution);
                column(rows, reject.column());
            });
            return rows;
        } catch (IOException | RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    /** Replaces the rejects of a file. */
    public void replace(long fileId, CopyRows rows) throws IOException, SQLException {
        clear(fileId);
        bulk.copy(COPIED, rows);
    }

    private static void column(CopyRows rows, int column) throws IOException {
        if (column == 0) {
            rows.nothing();
        } else {
            rows.integer(column);
        }
    }

    /** Removes the rejects of a file. */
    public void clear(long fileId) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from ligne_rejetee where fichier_id = :file")
                .bind("file", fileId)
                .execute());
    }
}
