package org.atelier.sql;

import java.util.Map;
import java.util.Objects;
import org.atelier.settings.Secret;
import org.atelier.settings.ShownUrl;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the PostgreSQL database. Immutable.
 *
 * @param url a {@code jdbc:postgresql:} URL without user and password
 * @param username who logs in
 * @param password the password, may be empty
 * @param lockUrl the same database for the connection that holds a run's lock, past a pooler that does not keep
 *     sessions; null when {@code url} will do
 */
public record DatabaseSettings(
        String url,
        String username,
        Secret password,
        @Nullable String lockUrl) {

    private static final String SERVER_DETAIL = "logServerErrorDetail";

    /** A database that is reached one way only. */
    public DatabaseSettings(String url, String username, Secret password) {
        this(url, username, password, null);
    }

    /** The URL as it may be shown. */
    public String label() {
        return ShownUrl.of(url);
    }

    /** The URL of the connection that holds a run's lock, as it may be shown. */
    public String lockLabel() {
        return ShownUrl.of(Objects.requireNonNullElse(lockUrl, url));
    }

    @Override
    public String toString() {
        return "DatabaseSettings[url=" + label() + ", username=" + username + ", password=" + password + ", lockUrl="
                + (lockUrl == null ? null : lockLabel()) + "]";
    }

    /**
     * How the driver is to be set for connections by {@link #url}; parameters in the URL win. The server's details
     * quote rows and keys, which are people's data, and the texts of exceptions go to logs. Behind a pooler that does
     * not keep sessions, one prepares a statement and another one is asked to execute it.
     */
    public Map<String, String> driverProperties() {
        return keepsSessions()
                ? Map.of(SERVER_DETAIL, "false")
                : Map.of(SERVER_DETAIL, "false", "prepareThreshold", "0");
    }

    /** Whether what is set for a session by {@link #url} stays with its connection: not behind such a pooler. */
    public boolean keepsSessions() {
        return lockUrl == null || lockUrl.equals(url);
    }
}
