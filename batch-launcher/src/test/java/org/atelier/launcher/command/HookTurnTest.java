package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** L10: events that come together. */
class HookTurnTest {

    @TempDir
    Path directory;

    private final Set<Integer> waiting = ConcurrentHashMap.newKeySet();

    private final class Take implements HookTurn.Work {
        private final int number;

        private Take(int number) {
            this.number = number;
            waiting.add(number);
        }

        @Override
        public int mine() {
            waiting.remove(number);
            return 0;
        }

        @Override
        public int all() {
            waiting.clear();
            return 1;
        }
    }

    @Test
    void an_event_alone_takes_what_it_asks_for() throws Exception {
        waiting.add(7);
        assertThat(new HookTurn(directory).take(new Take(1))).isZero();
        assertThat(waiting).containsExactly(7);
    }

    @Test
    void what_a_killed_one_left_is_taken_with_the_next() throws Exception {
        waiting.add(7);
        Files.createFile(directory.resolve("upload.again"));
        assertThat(new HookTurn(directory).take(new Take(1))).isEqualTo(1);
        assertThat(waiting).isEmpty();
    }

    @Test
    void an_event_within_another_is_left_to_it() throws Exception {
        HookTurn turn = new HookTurn(directory);
        assertThat(turn.take(new HookTurn.Work() {
                    @Override
                    public int mine() throws IOException {
                        assertThat(turn.take(new Take(2))).isNull();
                        return 0;
                    }

                    @Override
                    public int all() {
                        waiting.clear();
                        return 0;
                    }
                }))
                .isZero();
        assertThat(waiting).isEmpty();
        assertThat(directory.resolve("upload.again")).doesNotExist();
    }

    @Test
    void of_events_at_the_same_moment_none_is_lost() throws Exception {
        ExecutorService hooks = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 300; round++) {
                CyclicBarrier start = new CyclicBarrier(4);
                List<Future<?>> ends = new ArrayList<>();
                for (int hook = 0; hook < 4; hook++) {
                    int number = hook;
                    ends.add(hooks.submit(() -> {
                        start.await();
                        return new HookTurn(directory).take(new Take(number));
                    }));
                }
                for (Future<?> end : ends) {
                    end.get();
                }
                assertThat(waiting).as("round %d", round).isEmpty();
            }
        } finally {
            hooks.shutdownNow();
        }
    }
}
