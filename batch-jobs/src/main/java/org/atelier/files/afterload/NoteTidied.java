package org.atelier.files.afterload;

import org.atelier.run.step.RunContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Notes what became of files on their servers, and says why others stay there. Thread-safe. */
public final class NoteTidied implements ItemWriter<TidiedFile> {

    private static final Logger LOG = LoggerFactory.getLogger(NoteTidied.class);

    private final TidyPlan plan;

    /** @param plan takes the notes */
    public NoteTidied(TidyPlan plan) {
        this.plan = plan;
    }

    @Override
    public void write(Chunk<? extends TidiedFile> chunk) {
        for (TidiedFile each : chunk) {
            TidyFile file = each.file();
            if (each.tidied().cause() != null) {
                LOG.atWarn()
                        .addKeyValue("file", file.path())
                        .log(
                                "{} stays on the server: {}",
                                file.path(),
                                each.tidied().cause());
            }
            plan.note(RunContext.current().instance(), file, each.tidied());
        }
    }
}
