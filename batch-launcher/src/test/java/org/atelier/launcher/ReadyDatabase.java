package org.atelier.launcher;

import org.atelier.fixtures.postgres.DatabaseTemplate;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.migrations.Schema;

/** Databases that have the schema already, for tests of what is done with it. */
public final class ReadyDatabase {

    private static final DatabaseTemplate SCHEMA = DatabaseTemplate.of(empty -> Schema.update(empty, false));

    private ReadyDatabase() {}

    /** A fresh one; close it to drop it. */
    public static TestDatabase create() {
        return SCHEMA.copy();
    }
}
