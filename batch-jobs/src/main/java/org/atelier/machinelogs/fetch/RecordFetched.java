package org.atelier.machinelogs.fetch;

import org.atelier.machinelogs.ledger.FileLedger;
import org.atelier.machinelogs.ledger.FilePlan;
import org.atelier.run.RunContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Notes what was fetched, or why it was not, in the run's plan and in the ledger. Thread-safe. */
public final class RecordFetched implements ItemWriter<Fetched> {

    private static final Logger LOG = LoggerFactory.getLogger(RecordFetched.class);

    private final FilePlan plan;
    private final FileLedger ledger;

    /** Takes the two places. */
    public RecordFetched(FilePlan plan, FileLedger ledger) {
        this.plan = plan;
        this.ledger = ledger;
    }

    @Override
    public void write(Chunk<? extends Fetched> chunk) {
        RunContext run = RunContext.current();
        for (Fetched fetched : chunk) {
            if (fetched instanceof Fetched.Done done) {
                plan.fetched(run.instance(), done.file().id(), done.version());
            } else if (fetched instanceof Fetched.Failed failed) {
                LOG.atError()
                        .addKeyValue("file", failed.file().path())
                        .log("{} failed: {}", failed.file().path(), failed.cause());
                plan.failed(run.instance(), failed.file().id(), failed.cause());
                ledger.failed(failed.file().id(), failed.cause(), run.execution());
            }
        }
    }
}
