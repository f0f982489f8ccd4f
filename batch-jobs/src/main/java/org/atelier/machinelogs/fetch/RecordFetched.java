package org.atelier.machinelogs.fetch;

import org.atelier.machinelogs.ledger.FailFile;
import org.atelier.machinelogs.ledger.FileLedger;
import org.atelier.machinelogs.ledger.FilePlan;
import org.atelier.run.RunContext;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Notes what was fetched, or why it was not, in the run's plan and in the ledger. Thread-safe. */
public final class RecordFetched implements ItemWriter<Fetched> {

    private final FilePlan plan;
    private final FailFile failing;

    /** Takes the two places. */
    public RecordFetched(FilePlan plan, FileLedger ledger) {
        this.plan = plan;
        this.failing = new FailFile(ledger, plan);
    }

    @Override
    public void write(Chunk<? extends Fetched> chunk) {
        RunContext run = RunContext.current();
        for (Fetched fetched : chunk) {
            if (fetched instanceof Fetched.Done done) {
                plan.fetched(run.instance(), done.file().id(), done.version());
            } else if (fetched instanceof Fetched.Failed failed) {
                failing.fail(run, failed.file().id(), failed.file().path(), failed.cause());
            }
        }
    }
}
