package org.atelier.machinelogs.plan;

import org.atelier.machinelogs.ledger.FileLedger;
import org.atelier.machinelogs.ledger.FilePlan;
import org.atelier.run.RunContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says why a planned file is not loaded: in the log, in the run's plan and in the ledger. */
final class FailFile {

    private static final Logger LOG = LoggerFactory.getLogger(FailFile.class);

    private final FileLedger ledger;
    private final FilePlan files;

    FailFile(FileLedger ledger, FilePlan files) {
        this.ledger = ledger;
        this.files = files;
    }

    void fail(RunContext run, long file, String path, String cause) {
        LOG.atError().addKeyValue("file", path).log("{} failed: {}", path, cause);
        files.failed(run.instance(), file, cause);
        ledger.failed(file, cause, run.execution());
    }
}
