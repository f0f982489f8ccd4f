package org.atelier.run.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkQueueTest {

    @Test
    void each_item_goes_to_one_worker_however_many_there_are() throws Exception {
        WorkQueue<Integer> queue = new WorkQueue<>(after -> IntStream.rangeClosed(1, 5000)
                .filter(n -> after == null || n > after)
                .limit(17)
                .boxed()
                .toList());
        Queue<Integer> taken = new ConcurrentLinkedQueue<>();
        List<Thread> workers = new ArrayList<>();
        for (int n = 0; n < 8; n++) {
            workers.add(new Thread(() -> {
                for (Integer item = queue.read(); item != null; item = queue.read()) {
                    taken.add(item);
                }
            }));
        }
        workers.forEach(Thread::start);
        for (Thread worker : workers) {
            worker.join();
        }

        assertThat(taken).hasSize(5000).doesNotHaveDuplicates();
        assertThat(queue.read()).isNull();
    }

    @Test
    void the_end_is_final_even_when_items_come_later() {
        List<Integer> items = new ArrayList<>(List.of(1));
        WorkQueue<Integer> queue = new WorkQueue<>(
                after -> items.stream().filter(n -> after == null || n > after).toList());

        assertThat(queue.read()).isEqualTo(1);
        assertThat(queue.read()).isNull();
        items.add(2);
        assertThat(queue.read()).isNull();
    }
}
