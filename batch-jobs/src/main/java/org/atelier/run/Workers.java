package org.atelier.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Divides a step into workers that carry nothing of their own: all of them pull from one {@link WorkQueue}. So a crash
 * between the writing of a partition's row and of its context loses nothing, and the number of workers may change.
 */
public final class Workers implements Partitioner {

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        Map<String, ExecutionContext> workers = new LinkedHashMap<>();
        for (int n = 1; n <= gridSize; n++) {
            workers.put("worker" + n, new ExecutionContext());
        }
        return workers;
    }
}
