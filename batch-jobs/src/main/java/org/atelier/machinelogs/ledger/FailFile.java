package org.atelier.machinelogs.ledger;

import org.atelier.run.RunContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says why a planned file is not loaded: in the log, in the run's plan and in the ledger. Thread-safe. */
public final class FailFile {

    private static final Logger LOG = LoggerFactory.getLogger(FailFile.class);

    private final FileLedger ledger;
    private final FilePlan files;

    /** Takes what it needs. */
    public FailFile(FileLedger ledger, FilePlan files) {
        this.ledger = ledger;
        this.files = files;
    }

    /**
     * Says it, in the transaction that is open.
     *
     * @param file key in the ledger
     * @param path {@code directory/file}
     * @param cause why, for people; no secret
     */
    public void fail(RunContext run, long file, String path, String cause) {
        LOG.atError().addKeyValue("file", path).log("{} failed: {}", path, cause);
        files.failed(run.instance(), file, cause);
        ledger.failed(file, cause, run.execution());
    }
}
