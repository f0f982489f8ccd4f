package org.atelier.migrations;

import java.util.logging.Level;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Sends Liquibase's log to SLF4J, none of it above debug: what matters to people reaches them as an exception, and
 * after an error Liquibase also tells, as severe, that it cannot clean up in a transaction that is lost anyway.
 */
final class LiquibaseLog extends AbstractLogService {

    @Override
    public int getPriority() {
        return PRIORITY_SPECIALIZED;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Logger getLog(Class type) {
        return new ToSlf4j(LoggerFactory.getLogger(type.getName()));
    }

    /** Never opened, never closed; javac only sees that Liquibase declares it closeable. */
    @SuppressWarnings("try")
    private static final class ToSlf4j extends AbstractLogger {

        private final org.slf4j.Logger target;

        private ToSlf4j(org.slf4j.Logger target) {
            this.target = target;
        }

        @Override
        public void log(Level level, @Nullable String message, @Nullable Throwable error) {
            if (level.intValue() >= Level.INFO.intValue()) {
                target.debug(message, error);
            } else {
                target.trace(message, error);
            }
        }
    }
}
