package org.atelier.run.engine;

import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.atelier.run.RunSummary;
import org.atelier.run.SummarySource;
import org.atelier.run.step.Steps;
import org.atelier.run.step.WorkQueue;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A small job for tests: moves the numbers of table {@code todo} to table {@code done}, first by chunks, then in
 * parallel.
 */
@Configuration(proxyBeanMethods = false)
public class CountingJob {

    /** The numbers below it go through the step of chunks, the others through the parallel one. */
    static final int PARALLEL_FROM = 1000;

    static final int CHUNK = 10;

    /** Called after each number is written, within its transaction. */
    public record AfterEach(IntConsumer action) {}

    @Bean
    Job counting(JobRepository repository, Steps steps, Jdbi jdbi, AfterEach afterEach) {
        return new JobBuilder("counting", repository)
                .start(steps.<Integer, Integer>inChunks(
                        "chunks",
                        CHUNK,
                        new WorkQueue<>(after -> undone(jdbi, after, 0, PARALLEL_FROM)),
                        number -> number,
                        chunk -> write(jdbi, chunk, afterEach)))
                .next(steps.<Integer, Integer>parallel(
                        "parallel",
                        new WorkQueue<>(after -> undone(jdbi, after, PARALLEL_FROM, Integer.MAX_VALUE)),
                        number -> number,
                        chunk -> write(jdbi, chunk, afterEach)))
                .build();
    }

    @Bean
    SummarySource summary() {
        return instance -> new RunSummary(Map.of(), List.of(), 0, 0, 1, false);
    }

    private static List<Integer> undone(Jdbi jdbi, @Nullable Integer after, int from, int below) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select n from todo where n > :after and n >= :from and n < :below order by n limit 7")
                .bind("after", after == null ? -1 : after)
                .bind("from", from)
                .bind("below", below)
                .mapTo(Integer.class)
                .list());
    }

    private static void write(Jdbi jdbi, Chunk<? extends Integer> chunk, AfterEach afterEach) {
        for (int number : chunk) {
            jdbi.useHandle(handle -> {
                handle.execute("insert into done (n) values (?)", number);
                handle.execute("delete from todo where n = ?", number);
            });
            afterEach.action().accept(number);
        }
    }
}
