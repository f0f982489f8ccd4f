package org.atelier.run.step;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Undone work, pulled from the frozen plan of a run by several workers at once: each item goes to one worker. A restart
 * makes a new queue, which holds just what is not done yet, whatever became of the workers before.
 *
 * <p>Items are fetched page by page, so memory does not grow with the plan. Thread-safe.
 *
 * @param <T> the item; its place in the plan's order must be unique
 */
public final class WorkQueue<T> implements ItemReader<T> {

    private final Function<@Nullable T, List<T>> nextPage;
    private final Queue<T> page = new ArrayDeque<>();
    private final Queue<T> putBack = new ArrayDeque<>();
    private @Nullable T last;
    private boolean drained;

    /** @param nextPage the undone items that come after the given one in the plan's order, or the first ones */
    public WorkQueue(Function<@Nullable T, List<T>> nextPage) {
        this.nextPage = nextPage;
    }

    /** How many items wait, at most {@code limit} of them; fewer than that only if a page holds fewer. Takes none. */
    public synchronized int waiting(int limit) {
        fill();
        return Math.min(limit, page.size());
    }

    /** Takes an item back that could not be done as it was; whoever asks next gets it. */
    public synchronized void putBack(T item) {
        putBack.add(item);
    }

    private void fill() {
        if (page.isEmpty() && !drained) {
            page.addAll(nextPage.apply(last));
            drained = page.isEmpty();
        }
    }

    @Override
    public synchronized @Nullable T read() {
        T again = putBack.poll();
        if (again != null) {
            return again;
        }
        fill();
        T item = page.poll();
        if (item != null) {
            last = item;
        }
        return item;
    }
}
