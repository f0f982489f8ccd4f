package org.atelier.orders.stage;

import java.io.IOException;
import java.sql.SQLException;
import org.atelier.run.Progress;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Writes batches into the staging tables, in the transaction of the chunk, and counts them. Thread-safe. */
public final class CopyToStaging implements ItemWriter<StagedBatch> {

    private final StagingCopy copy;
    private final StagingTally tally;
    private final Progress progress;

    /** Takes what it needs. */
    public CopyToStaging(StagingCopy copy, StagingTally tally, Progress progress) {
        this.copy = copy;
        this.tally = tally;
        this.progress = progress;
    }

    @Override
    public void write(Chunk<? extends StagedBatch> chunk) throws IOException, SQLException {
        for (StagedBatch batch : chunk) {
            copy.copy(batch);
            tally.add(batch);
            progress.done(batch.heads());
        }
    }
}
