package org.atelier.run;

import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jdbi.v3.core.Jdbi;
import org.springframework.batch.core.job.AbstractJob;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Runs one job once, in a Spring context of its own that holds only what this job needs and ends with it.
 *
 * <p>The caller holds the scope's {@link RunLock} from before until after. No configuration file and no environment
 * variable reaches the context: settings come as beans, from one place.
 */
public final class RunEngine {

    private final DatabaseSettings database;
    private final EngineSettings settings;
    private final RunOwner owner;
    private final LongFunction<String> begun;

    /**
     * @param database where data and record go
     * @param settings how it works
     * @param owner who runs
     * @param begun told the run's id before its first step; names the run's own log file, below the data directory
     */
    public RunEngine(DatabaseSettings database, EngineSettings settings, RunOwner owner, LongFunction<String> begun) {
        this.database = database;
        this.settings = settings;
        this.owner = owner;
        this.begun = begun;
    }

    /**
     * Starts the job as the next one of its scope and runs it to its end on the calling thread (and its workers).
     *
     * @param configuration the job's Spring configuration: a {@link Job} and a {@link SummarySource}
     * @param scope what the lock that the caller holds guards
     * @param beans what the job is told: its settings, options, progress, clock
     */
    public RunReport run(Class<?> configuration, String scope, List<?> beans) throws Exception {
        try (ConfigurableApplicationContext context = context(configuration, beans)) {
            Jdbi jdbi = context.getBean(Jdbi.class);
            RunIdentity identity = new RunScopes(jdbi).next(scope);
            AbstractJob job = context.getBean(AbstractJob.class);
            job.registerJobExecutionListener(new RunRecorder(jdbi, identity, owner, begun));
            JobExecution execution = context.getBean(JobOperator.class).start(job, parameters(identity));
            return new RunConclusion(jdbi, context.getBean(SummarySource.class)).conclude(execution);
        }
    }

    private static JobParameters parameters(RunIdentity identity) {
        return new JobParametersBuilder()
                .addString("scope", identity.scope())
                .addLong("seq", identity.seq())
                .toJobParameters();
    }

    private ConfigurableApplicationContext context(Class<?> configuration, List<?> beans) {
        SpringApplication application = new SpringApplication(EngineConfiguration.class, configuration);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setListeners(List.of());
        application.setEnvironment(environment());
        application.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("database", database);
            context.getBeanFactory().registerSingleton("engineSettings", settings);
            beans.forEach(bean ->
                    context.getBeanFactory().registerSingleton(bean.getClass().getName(), bean));
        });
        return application.run();
    }

    private static StandardEnvironment environment() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "atelier",
                        Map.of(
                                "spring.batch.jdbc.initialize-schema", "never",
                                "spring.batch.jdbc.isolation-level-for-create", "read_committed")));
        return environment;
    }
}
