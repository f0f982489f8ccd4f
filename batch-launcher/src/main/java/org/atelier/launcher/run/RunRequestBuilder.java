package org.atelier.launcher.run;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.atelier.catalog.BatchJob;
import org.atelier.launcher.run.RunRequest.Display;
import org.atelier.launcher.run.RunRequest.IfRunning;
import org.atelier.launcher.run.RunRequest.Limits;
import org.atelier.launcher.run.RunRequest.LogFormat;
import org.atelier.launcher.run.RunRequest.ProgressMode;
import org.atelier.run.RunTarget;
import org.atelier.run.Shard;
import org.atelier.settings.Settings;
import org.atelier.sql.DatabaseSettings;
import org.jspecify.annotations.Nullable;

/**
 * Says step by step what is asked of a run. What is not said is as in {@code atelier run JOB}: a scheduled start of the
 * whole work that recovers dead runs and skips when another run is at work. Not safe for use by several threads.
 */
public final class RunRequestBuilder {

    private final BatchJob job;
    private final Settings settings;
    private final DatabaseSettings database;
    private Map<String, String> parameters = Map.of();
    private boolean dryRun;
    private OptionalLong limit = OptionalLong.empty();
    private Optional<String> file = Optional.empty();
    private IfRunning ifRunning = IfRunning.SKIP;
    private Duration waitTimeout = Duration.ofMinutes(10);
    private Limits limits = new Limits(OptionalLong.empty(), Optional.empty(), Optional.empty());
    private boolean failOnEmpty;
    private Display display = new Display(ProgressMode.AUTO, LogFormat.PLAIN);
    private RunTarget target = new RunTarget.Tick();
    private boolean recover = true;
    private @Nullable Shard shard;

    RunRequestBuilder(BatchJob job, Settings settings, DatabaseSettings database) {
        this.job = job;
        this.settings = settings;
        this.database = database;
    }

    /** With parameters of {@code -p}, checked. */
    public RunRequestBuilder parameters(Map<String, String> given) {
        parameters = given;
        return this;
    }

    /** Writes nothing, if so. */
    public RunRequestBuilder dryRun(boolean dry) {
        dryRun = dry;
        return this;
    }

    /** Takes a part only: at most so many files or items, or that one file. */
    public RunRequestBuilder only(OptionalLong most, Optional<String> name) {
        limit = most;
        file = name;
        return this;
    }

    /** Does that when another run of the scope is at work; waits for it no longer than that. */
    public RunRequestBuilder ifRunning(IfRunning what, Duration longest) {
        ifRunning = what;
        waitTimeout = longest;
        return this;
    }

    /** Gives up at those limits instead of the configured ones. */
    public RunRequestBuilder limits(Limits asked) {
        limits = asked;
        return this;
    }

    /** Ends with exit code 10 when nothing was read, if so. */
    public RunRequestBuilder failOnEmpty(boolean fail) {
        failOnEmpty = fail;
        return this;
    }

    /** Is shown like that. */
    public RunRequestBuilder display(Display how) {
        display = how;
        return this;
    }

    /** Starts a new instance, a range, or goes on with a run. */
    public RunRequestBuilder target(RunTarget what) {
        target = what;
        return this;
    }

    /** Recovers dead runs first, if so. */
    public RunRequestBuilder recover(boolean first) {
        recover = first;
        return this;
    }

    /** Does that part of the work; null for the whole. */
    public RunRequestBuilder shard(@Nullable Shard part) {
        shard = part;
        return this;
    }

    /** What was said. */
    public RunRequest build() {
        return new RunRequest(
                job,
                parameters,
                dryRun,
                limit,
                file,
                ifRunning,
                waitTimeout,
                limits,
                failOnEmpty,
                display,
                settings,
                database,
                new RunRequest.Start(target, recover, shard));
    }
}
