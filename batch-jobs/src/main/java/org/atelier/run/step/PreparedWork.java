package org.atelier.run.step;

import java.io.IOException;
import org.springframework.batch.core.step.tasklet.Tasklet;

/**
 * Work that is one transaction and asks other servers before it: no transaction is open while they answer, and none of
 * the database's connections waits for them.
 */
public interface PreparedWork extends Tasklet {

    /**
     * Asks. Called before each attempt at the work, unless that is done already.
     *
     * @throws IOException when a server cannot be asked; the step fails with it
     */
    void prepare() throws IOException;
}
