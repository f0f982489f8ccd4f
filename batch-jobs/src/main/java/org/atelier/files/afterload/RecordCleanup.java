package org.atelier.files.afterload;

import org.atelier.run.step.RunContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Records what became of files on their servers, and says why others stay there. Thread-safe. */
public final class RecordCleanup implements ItemWriter<CleanedFile> {

    private static final Logger LOG = LoggerFactory.getLogger(RecordCleanup.class);

    private final CleanupPlan plan;

    /** @param plan takes the record */
    public RecordCleanup(CleanupPlan plan) {
        this.plan = plan;
    }

    @Override
    public void write(Chunk<? extends CleanedFile> chunk) {
        for (CleanedFile each : chunk) {
            CleanupFile file = each.file();
            if (each.outcome().cause() != null) {
                LOG.atWarn()
                        .addKeyValue("file", file.path())
                        .log(
                                "{} stays on the server: {}",
                                file.path(),
                                each.outcome().cause());
            }
            plan.record(RunContext.current().instance(), file, each.outcome());
        }
    }
}
