package org.atelier.files;

import java.util.Objects;
import org.atelier.run.step.RunContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says why a planned file is not loaded: in the log, in the run's plan and in the ledger. Thread-safe.
 *
 * @param <V> what the job knows of one content of a file
 */
public final class FailFile<V extends FileVersion> {

    private static final Logger LOG = LoggerFactory.getLogger(FailFile.class);

    private final FileLedger<V> ledger;
    private final FilePlan<V> files;

    /** Takes what it needs. */
    public FailFile(FileLedger<V> ledger, FilePlan<V> files) {
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
        String words = say(run, file, path, cause);
        ledger.failed(file, words, run.execution());
    }

    /** Says it of a file whose work was done in part: the ledger keeps what was fetched of it. */
    public void failInPart(RunContext run, PlannedFile<V> file, String cause) {
        String words = say(run, file.id(), file.path(), cause);
        V version = Objects.requireNonNull(file.version(), "a fetched file");
        ledger.failedInPart(file, version, words, run.instance(), run.execution());
    }

    private String say(RunContext run, long file, String path, String cause) {
        String words = StorableText.of(cause);
        LOG.atError().addKeyValue("file", path).log("{} failed: {}", path, words);
        files.failed(run.instance(), file, words);
        return words;
    }
}
