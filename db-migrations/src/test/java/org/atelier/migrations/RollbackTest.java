package org.atelier.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.Map;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.junit.jupiter.api.Test;

class RollbackTest {

    private static final String RELATIONS = """
            select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'S')
            order by 1
            """;

    @Test
    @SuppressWarnings("try") // Liquibase declares close() to throw anything.
    void every_change_set_can_be_taken_back() throws Exception {
        try (Connection c = Databases.current()) {
            Map<String, Object> quiet = Map.of(
                    Scope.Attr.ui.name(), new LoggerUIService(), Scope.Attr.logService.name(), new LiquibaseLog());
            Scope.child(quiet, () -> {
                PostgresDatabase database = new PostgresDatabase();
                database.setConnection(new JdbcConnection(c));
                try (ClassLoaderResourceAccessor files = new ClassLoaderResourceAccessor()) {
                    // Not closed: that would close the test's connection.
                    new Liquibase(ShippedChangeSets.MASTER, files, database)
                            .rollback(ShippedChangeSets.all().size(), new Contexts(), new LabelExpression());
                }
            });
            assertThat(Databases.rows(c, RELATIONS)).containsExactly("databasechangelog", "databasechangeloglock");
        }
    }
}
