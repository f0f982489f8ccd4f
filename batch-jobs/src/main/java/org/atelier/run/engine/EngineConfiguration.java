package org.atelier.run.engine;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.atelier.bulk.BulkCopy;
import org.atelier.run.EndRequest;
import org.atelier.run.RunIdentity;
import org.atelier.run.lock.Fence;
import org.atelier.run.step.FencedTransactions;
import org.atelier.run.step.StepTransactions;
import org.atelier.run.step.Steps;
import org.atelier.sql.Connections;
import org.atelier.sql.DatabaseSettings;
import org.atelier.sql.SessionLimit;
import org.atelier.sql.Sql;
import org.jdbi.v3.core.Jdbi;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What every job's run needs: one data source with one transaction manager for data and record alike, Jdbi and COPY
 * that take part in its transactions. Spring Batch's repository is on it as well.
 */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    /** Connections beside the workers': the run's own thread, executions created in transactions of their own. */
    private static final int BESIDE_WORKERS = 4;

    private static final String SECONDS_TO_LOG_IN = "10";

    @Bean
    HikariDataSource dataSource(
            DatabaseSettings database, EngineSettings engine, RunIdentity identity, EndRequest end) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.username());
        config.setPassword(database.password().reveal());
        config.setMaximumPoolSize(engine.workers() + BESIDE_WORKERS);
        config.setMinimumIdle(0);
        // Else the pool would open a connection to see that it can, and close it.
        config.setInitializationFailTimeout(-1);
        config.setPoolName("atelier");
        config.setConnectionTimeout(RunDataSource.SLICE_MILLIS);
        config.addDataSourceProperty("loginTimeout", SECONDS_TO_LOG_IN);
        config.addDataSourceProperty("ApplicationName", Connections.ofRun(identity.scope()));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        database.driverProperties().forEach(config::addDataSourceProperty);
        if (database.keepsSessions()) {
            config.setConnectionInitSql(SessionLimit.liftingForSession());
        }
        return new RunDataSource(config, end);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource, Fence fence, DatabaseSettings database) {
        return new FencedTransactions(dataSource, fence, !database.keepsSessions());
    }

    @Bean
    Jdbi jdbi(DataSource dataSource) {
        return Sql.on(new TransactionAwareDataSourceProxy(dataSource));
    }

    @Bean
    BulkCopy bulkCopy(DataSource dataSource) {
        return new BulkCopy(dataSource);
    }

    @Bean
    StepTransactions stepTransactions(PlatformTransactionManager transactions) {
        return new StepTransactions(transactions);
    }

    @Bean
    Steps steps(
            JobRepository repository, PlatformTransactionManager transactions, EngineSettings engine, EndRequest end) {
        return new Steps(repository, transactions, engine.workers(), end);
    }
}
