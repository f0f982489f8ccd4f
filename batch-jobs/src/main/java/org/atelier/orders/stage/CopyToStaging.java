package org.atelier.orders.stage;

import java.io.IOException;
import java.sql.SQLException;
import org.atelier.reject.RejectGuard;
import org.atelier.run.Progress;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Writes batches into the staging tables, in the transaction of the chunk, and counts them. Thread-safe. */
public final class CopyToStaging implements ItemWriter<StagedBatch> {

    private final StagingCopy copy;
    private final StagingTally tally;
    private final RejectGuard guard;
    private final Progress progress;

    /**
     * Takes what it needs.
     *
     * @param guard counts what the server refuses
     */
    public CopyToStaging(StagingCopy copy, StagingTally tally, RejectGuard guard, Progress progress) {
        this.copy = copy;
        this.guard = guard;
        this.tally = tally;
        this.progress = progress;
    }

    @Override
    public void write(Chunk<? extends StagedBatch> chunk) throws IOException, SQLException {
        for (StagedBatch batch : chunk) {
            StagedBatch copied = copy.copy(batch);
            tally.add(copied);
            progress.done(batch.heads());
            long refused = copied.rejects() - batch.rejects();
            if (refused > 0) {
                progress.read(0, refused);
                guard.count("", 0, refused);
            }
        }
    }
}
