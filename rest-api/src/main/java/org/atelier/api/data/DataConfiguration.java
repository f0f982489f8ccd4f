package org.atelier.api.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.atelier.accounts.Accounts;
import org.atelier.accounts.Passwords;
import org.atelier.serve.ServiceSettings;
import org.atelier.sql.DatabaseSettings;
import org.atelier.sql.Sql;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pool of connections, Jdbi on it, and what is kept there that every resource may need. */
@Configuration(proxyBeanMethods = false)
class DataConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String SECONDS_TO_LOG_IN = "5";

    @Bean
    HikariDataSource dataSource(DatabaseSettings database, ServiceSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.username());
        config.setPassword(database.password().reveal());
        config.setPoolName("atelier-api");
        config.setMaximumPoolSize(settings.connections());
        config.setMinimumIdle(1);
        // A database that is away for a moment is no reason not to start: readiness tells of it.
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.addDataSourceProperty("loginTimeout", SECONDS_TO_LOG_IN);
        config.addDataSourceProperty("ApplicationName", "atelier api");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        database.driverProperties().forEach(config::addDataSourceProperty);
        config.setConnectionInitSql(
                "set statement_timeout = " + settings.statementTimeout().toMillis());
        return new HikariDataSource(config);
    }

    @Bean
    Jdbi jdbi(DataSource dataSource) {
        return Sql.on(dataSource);
    }

    @Bean
    Accounts accounts(Jdbi jdbi) {
        return new Accounts(jdbi);
    }

    @Bean
    Passwords passwords() {
        return new Passwords();
    }
}
