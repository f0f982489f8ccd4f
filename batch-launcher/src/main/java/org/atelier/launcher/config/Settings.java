package org.atelier.launcher.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.atelier.catalog.JobSettings;
import org.atelier.machinelogs.MachineLogSettings;
import org.atelier.observe.MetricsSettings;
import org.atelier.observe.notify.NotifySettings;
import org.atelier.orders.OrdersSettings;
import org.atelier.retention.RetentionSettings;
import org.atelier.settings.Secret;
import org.atelier.sql.DatabaseSettings;

/**
 * The whole configuration, checked. Immutable; secrets in it never show themselves.
 *
 * @param file the configuration file that was read, if any
 * @param dataDir absolute; may not exist yet
 * @param timeZone the plant's zone
 * @param trigger what started the program
 * @param database empty when the embedded one is to serve
 * @param migrate who updates an older schema
 * @param databasePatience how long a run pauses for a database that is gone
 * @param sourcesPatience how long a run pauses for a source that cannot be reached, if it is said
 * @param machineLogs what the job machine-logs is told
 * @param orders what the job orders is told
 * @param metrics where runs tell their metrics
 * @param retention how long purge keeps what
 * @param notifications who is told what
 * @param secretKey the key of pseudonyms, if any
 * @param lacks what is wrong with variables of plain names, which stops nothing but the job they are for
 */
public record Settings(
        Optional<Path> file,
        Path dataDir,
        ZoneId timeZone,
        Trigger trigger,
        Optional<DatabaseSettings> database,
        Migrate migrate,
        Duration databasePatience,
        Optional<Duration> sourcesPatience,
        MachineLogSettings machineLogs,
        OrdersSettings orders,
        MetricsSettings metrics,
        RetentionSettings retention,
        NotifySettings notifications,
        Optional<Secret> secretKey,
        List<Lack> lacks) {

    /** Names each lack once. */
    public Settings {
        lacks = lacks.stream().distinct().toList();
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

    /** What jobs are told: each takes its own. */
    public JobSettings forJobs() {
        return new JobSettings(List.of(machineLogs, orders));
    }
}
