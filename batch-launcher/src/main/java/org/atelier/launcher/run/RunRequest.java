package org.atelier.launcher.run;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.atelier.catalog.BatchJob;
import org.atelier.launcher.NextCommand;
import org.atelier.launcher.ShellWord;
import org.atelier.run.RunTarget;
import org.atelier.run.RunWork;
import org.atelier.run.Shard;
import org.atelier.settings.Settings;
import org.atelier.sql.DatabaseSettings;
import org.jspecify.annotations.Nullable;

/**
 * What {@code atelier run} was asked, checked.
 *
 * @param job which job
 * @param parameters of {@code -p}; names are the job's own
 * @param dryRun write nothing
 * @param limit read at most that many files or items
 * @param file only that file
 * @param ifRunning what to do when another run of the scope is at work
 * @param waitTimeout how long to wait then
 * @param limits when to give up
 * @param failOnEmpty whether reading nothing is exit code 10
 * @param display how it is shown
 * @param settings the configuration
 * @param database where to write; it has the schema
 * @param start which instance of the job
 */
public record RunRequest(
        BatchJob job,
        Map<String, String> parameters,
        boolean dryRun,
        OptionalLong limit,
        Optional<String> file,
        IfRunning ifRunning,
        Duration waitTimeout,
        Limits limits,
        boolean failOnEmpty,
        Display display,
        Settings settings,
        DatabaseSettings database,
        Start start) {

    /**
     * Begins to say what is asked.
     *
     * @param database where to write; it has the schema
     */
    public static RunRequestBuilder of(BatchJob job, Settings settings, DatabaseSettings database) {
        return new RunRequestBuilder(job, settings, database);
    }

    /** The name of the lock that keeps two runs of the same work apart. */
    public String scope() {
        Shard shard = start.shard();
        return shard == null ? job.lockScope() : shard.scope(job.lockScope());
    }

    /** What to type to do what a dry run has looked at. */
    public String inEarnest() {
        RunWork work = RunWork.of(job.name(), scope(), start.target());
        boolean again = start.target() instanceof RunTarget.Range range && range.again();
        // With a limit that makes a run a dry one, nothing would be done in earnest.
        OptionalLong most = job.traits().limitedRunsAreDry() ? OptionalLong.empty() : limit;
        return NextCommand.of(again ? work.again() : work.start())
                + file.map(name -> " " + ShellWord.option("--file", name)).orElse("")
                + (most.isPresent() ? " --limit " + most.getAsLong() : "")
                + limits.options();
    }

    /**
     * What is started.
     *
     * @param target a new instance, a range, or a run to go on with
     * @param recover whether dead runs are recovered first
     * @param shard the part of the work; null for the whole
     */
    public record Start(
            RunTarget target, boolean recover, @Nullable Shard shard) {}

    /** What to do when another run of the scope is at work. */
    public enum IfRunning {
        SKIP,
        FAIL,
        WAIT;

        /** As it is typed. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How progress is shown. */
    public enum ProgressMode {
        /** One redrawn line on a terminal, else log lines. */
        AUTO,
        PLAIN,
        JSON,
        NONE
    }

    /** How log lines look. */
    public enum LogFormat {
        PLAIN,
        JSON
    }

    /**
     * When a run gives up.
     *
     * @param rejects more rejects than that
     * @param rejectRatio a larger share of what was read, from 0 to 1
     * @param deleteRatio a larger share of a table to delete, from 0 to 1; empty for what is configured
     */
    public record Limits(OptionalLong rejects, Optional<BigDecimal> rejectRatio, Optional<BigDecimal> deleteRatio) {

        /** As they are typed, each with a blank before it. */
        String options() {
            return (rejects.isPresent() ? " --max-rejects " + rejects.getAsLong() : "")
                    + rejectRatio
                            .map(ratio -> " --max-reject-ratio " + percent(ratio))
                            .orElse("")
                    + deleteRatio
                            .map(ratio -> " --max-delete-ratio " + percent(ratio))
                            .orElse("");
        }

        private static String percent(BigDecimal ratio) {
            return ratio.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
        }
    }

    /**
     * How a run is shown while it goes on.
     *
     * @param progress its progress
     * @param logs its log lines
     */
    public record Display(ProgressMode progress, LogFormat logs) {}
}
