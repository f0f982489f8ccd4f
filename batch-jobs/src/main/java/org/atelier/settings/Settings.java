package org.atelier.settings;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The whole configuration, checked. Immutable; secrets in it never show themselves.
 *
 * @param file the configuration file that was read, if any
 * @param dataDir absolute; may not exist yet
 * @param timeZone the plant's zone
 * @param trigger what started the program
 * @param shared what the groups say that are no job's
 * @param forJobs what jobs are told: each takes its own
 * @param lacks what is wrong with variables of plain names, which stops nothing but the job they are for
 */
public record Settings(
        Optional<Path> file,
        Path dataDir,
        ZoneId timeZone,
        Trigger trigger,
        JobSettings shared,
        JobSettings forJobs,
        List<Lack> lacks) {

    /** Names each lack once. */
    public Settings {
        lacks = lacks.stream().distinct().toList();
    }

    /**
     * What a group says.
     *
     * @param type of what it says
     * @throws IllegalArgumentException when none says such a thing
     */
    public <T> T get(Class<T> type) {
        return shared.find(type).orElseGet(() -> forJobs.get(type));
    }

    /** What is wrong or missing for a job alone. */
    public List<Problem> lacksOf(String job) {
        return lacks.stream()
                .filter(lack -> job.equals(lack.job()))
                .map(Lack::problem)
                .toList();
    }

    /**
     * Sees that a job lacks nothing.
     *
     * @throws ConfigurationException with every problem that is one for that job
     */
    public void require(String job) {
        List<Problem> problems = lacksOf(job);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }
}
