package org.atelier.database;

import com.google.auto.service.AutoService;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.atelier.run.Pauses;
import org.atelier.settings.Secret;
import org.atelier.settings.Setting;
import org.atelier.settings.SettingGroup;
import org.atelier.settings.SettingType;
import org.atelier.settings.SettingTypes;
import org.atelier.settings.Values;

/** The settings of how the PostgreSQL database is reached, in the order of the reference page. */
@AutoService(SettingGroup.class)
public final class DatabaseKeys extends SettingGroup {

    static final SettingType<String> JDBC_URL =
            SettingTypes.one("a URL such as jdbc:postgresql://host:5432/database", DatabaseUrl::checked);

    static final Setting<String> URL = Setting.of(
            "atelier.database.url",
            JDBC_URL,
            "an embedded PostgreSQL in the data directory",
            "jdbc:postgresql://db.example.org:5432/atelier",
            "The PostgreSQL database; with parameters of the JDBC driver where needed, such as `?sslmode=verify-full`.");

    static final Setting<String> HOST = Setting.of(
                    "atelier.database.host",
                    SettingTypes.HOST,
                    "none",
                    "db.example.org",
                    "The database's host, instead of a URL.")
            .alsoNamed("POSTGRES_HOST", "DB_HOST");

    static final Setting<Integer> PORT = Setting.of(
                    "atelier.database.port",
                    SettingTypes.number(1, 65_535),
                    "5432",
                    "5433",
                    "The database's port; only beside `atelier.database.host`.")
            .alsoNamed("POSTGRES_PORT");

    static final Setting<String> NAME = Setting.of(
                    "atelier.database.name",
                    SettingTypes.TEXT,
                    "atelier",
                    "workshop",
                    "The database's name; only beside `atelier.database.host`.")
            .alsoNamed("POSTGRES_DB", "DB_NAME");

    static final Setting<String> USERNAME = Setting.of(
                    "atelier.database.username",
                    SettingTypes.TEXT,
                    "atelier",
                    "atelier_batch",
                    "Who logs in to the database.")
            .alsoNamed("POSTGRES_USER", "DB_USER");

    static final Setting<Secret> PASSWORD = Setting.of(
                    "atelier.database.password",
                    SettingTypes.SECRET,
                    "empty",
                    "change-me",
                    "The password of that login.")
            .asSecret()
            .alsoNamed("POSTGRES_PASSWORD", "DB_PASS");

    static final Setting<String> LOCK_URL = Setting.of(
            "atelier.database.lock-url",
            JDBC_URL,
            "the database's URL",
            "jdbc:postgresql://db.example.org:5432/atelier",
            "The same database for the connection that holds a run's lock, past a pooler that does not keep sessions"
                    + " (PgBouncer's transaction mode).");

    static final Setting<Duration> PATIENCE = Setting.of(
            "atelier.database.patience",
            SettingTypes.PATIENCE,
            Pauses.USUAL.toSeconds() + "s",
            "2m",
            "How long a run pauses in all for a database that is gone, at its start or amid its work, before it ends with"
                    + " exit code 7.");

    static final Setting<Migrate> MIGRATE = Setting.of(
            "atelier.database.migrate",
            SettingTypes.choice(Migrate.class),
            "manual",
            "auto",
            "Whether an older schema is updated by the first command that needs it (`auto`) or by `atelier db update`"
                    + " alone (`manual`).");

    /** Found by the service loader. */
    public DatabaseKeys() {
        super(
                "database",
                Part.PROGRAM,
                List.of(URL, HOST, PORT, NAME, USERNAME, PASSWORD, LOCK_URL, PATIENCE, MIGRATE));
    }

    @Override
    protected Object read(Values values, Path dataDir, ZoneId zone) {
        return new DatabaseChoice(DatabaseReader.read(values), values.value(MIGRATE), values.value(PATIENCE));
    }
}
