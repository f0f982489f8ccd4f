package org.atelier.run.step;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Divides a step into workers that carry nothing of their own: all of them pull from one queue. So a crash between the
 * writing of a partition's row and of its context loses nothing, and the number of workers may change. There are no
 * more of them than have something to do: most runs find nothing, and would record two idle workers a step.
 */
final class Workers implements Partitioner {

    private final IntUnaryOperator useful;

    /** @param useful how many of so many workers have something to do */
    Workers(IntUnaryOperator useful) {
        this.useful = useful;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        Map<String, ExecutionContext> workers = new LinkedHashMap<>();
        int number = useful.applyAsInt(gridSize);
        for (int n = 1; n <= number; n++) {
            workers.put("worker" + n, new ExecutionContext());
        }
        return workers;
    }
}
