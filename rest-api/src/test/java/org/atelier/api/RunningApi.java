package org.atelier.api;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.atelier.accounts.Accounts;
import org.atelier.accounts.NewAccount;
import org.atelier.accounts.Passwords;
import org.atelier.accounts.Role;
import org.atelier.fixtures.postgres.DatabaseTemplate;
import org.atelier.fixtures.postgres.TestDatabase;
import org.atelier.migrations.Schema;
import org.atelier.settings.Secret;
import org.atelier.settings.Settings;
import org.atelier.settings.SettingsReader;
import org.atelier.settings.Surroundings;
import org.atelier.sql.DatabaseSettings;

/**
 * A service with a database of its own. {@link #shared} is the one of all tests of this JVM: it is started once, and a
 * test leaves in it what it made, under names of its own. A test that needs other settings starts one for itself.
 */
public final class RunningApi implements AutoCloseable {

    /** Of every account of tests. */
    public static final String PASSWORD = "a long password of tests";

    public static final String KEY = "0123456789abcdef0123456789abcdef-tests";

    public static final String FORMER_KEY = "the key before, of more than 32 bytes";

    private static final DatabaseTemplate TEMPLATE = DatabaseTemplate.of(empty -> Schema.update(empty, false));

    private final TestDatabase database;
    private final ApiServer server;

    private RunningApi(TestDatabase database, ApiServer server) {
        this.database = database;
        this.server = server;
    }

    private static final class Shared {
        static final RunningApi API = start(Map.of());
    }

    /** Never closed: it ends with the JVM. */
    public static RunningApi shared() {
        return Shared.API;
    }

    private static final class Other {
        static final RunningApi API = start(Map.of(
                "ATELIER_API_OPEN_REGISTRATION", "true",
                "ATELIER_API_OPEN_METRICS", "true",
                "ATELIER_API_STATEMENT_TIMEOUT", "500ms",
                "ATELIER_API_FORMER_SECRET_KEY", FORMER_KEY));
    }

    /** One of other settings than the usual ones, shared as well; its only admins are those of one test. */
    public static RunningApi other() {
        return Other.API;
    }

    /** With these variables beside what it needs. */
    public static RunningApi start(Map<String, String> environment) {
        return start(environment, Clock.systemUTC());
    }

    public static RunningApi start(Map<String, String> environment, Clock clock) {
        TestDatabase database = TEMPLATE.copy();
        Map<String, String> all = new HashMap<>(
                Map.of("ATELIER_API_PORT", "0", "ATELIER_API_TRUSTED_PROXIES", "127.0.0.1", "SECRET_KEY", KEY));
        all.putAll(environment);
        Path nowhere = Path.of("/nowhere");
        Settings settings = SettingsReader.read(null, new Surroundings(all, nowhere, nowhere));
        DatabaseSettings known =
                new DatabaseSettings(database.jdbcUrl(), database.username(), new Secret(database.password()));
        try {
            return new RunningApi(database, ApiServer.start(settings, known, clock));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    public String address() {
        return server.address();
    }

    public TestDatabase database() {
        return database;
    }

    public <T> T part(Class<T> type) {
        return server.part(type);
    }

    public <T> T part(String name, Class<T> type) {
        return server.part(name, type);
    }

    /** An account with that password; its id. */
    public long account(String username, Role... roles) {
        Accounts accounts = part(Accounts.class);
        String hash = part(Passwords.class).hash(PASSWORD);
        return accounts.add(new NewAccount(username, null, null, hash, java.util.Set.of(roles)))
                .id();
    }

    /** A client without a token. */
    public ApiClient anybody() {
        return new ApiClient(address(), null);
    }

    /** A client with a token of a new account. */
    public ApiClient as(String username, Role... roles) {
        account(username, roles);
        return loggedIn(username);
    }

    public ApiClient loggedIn(String username) {
        String token =
                anybody().login(username, PASSWORD).json().get("access_token").asString();
        return new ApiClient(address(), token);
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }
}
