package org.atelier.files;

import java.io.IOException;
import java.sql.SQLException;
import org.atelier.run.step.RunContext;
import org.atelier.run.step.StepTransactions;
import org.atelier.sql.SqlStates;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Notes what was fetched, or why it was not, in the run's plan and in the ledger. Thread-safe.
 *
 * @param <V> what the job knows of one content of a file
 */
public final class RecordFetched<V extends FileVersion> implements ItemWriter<Fetched<V>> {

    private final FilePlan<V> plan;
    private final FailFile<V> failing;
    private final StepTransactions parts;

    /** Takes the two places. */
    public RecordFetched(FilePlan<V> plan, FileLedger<V> ledger, StepTransactions parts) {
        this.parts = parts;
        this.plan = plan;
        this.failing = new FailFile<>(ledger, plan);
    }

    @Override
    public void write(Chunk<? extends Fetched<V>> chunk) throws SQLException, IOException {
        RunContext run = RunContext.current();
        for (Fetched<V> fetched : chunk) {
            if (fetched instanceof Fetched.Done<V> done) {
                record(run, done);
            } else if (fetched instanceof Fetched.Failed<V> failed) {
                failing.fail(run, failed.file().id(), failed.file().path(), failed.cause());
            }
        }
    }

    private void record(RunContext run, Fetched.Done<V> done) throws SQLException, IOException {
        long file = done.file().id();
        SQLException refused = parts.part(() -> plan.fetched(run.instance(), file, done.version()));
        if (refused != null) {
            failing.fail(run, file, done.file().path(), "its facts cannot be stored: " + SqlStates.sentence(refused));
        }
    }
}
