package org.atelier.database;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.atelier.settings.Origin;
import org.atelier.settings.Secret;
import org.atelier.settings.Setting;
import org.atelier.settings.UnusableValueException;
import org.atelier.settings.Values;
import org.atelier.settings.WrittenText;
import org.atelier.sql.DatabaseSettings;

/**
 * Puts the database's settings together: a URL, or a host with port and name; of the two the one of the stronger
 * origin. A login in front of a host is refused; the parameters user and password are taken out of the URL.
 */
final class DatabaseReader {

    private final Values values;
    private String username;
    private Secret password;

    private DatabaseReader(Values values) {
        this.values = values;
        this.username = values.value(DatabaseKeys.USERNAME);
        this.password = values.get(DatabaseKeys.PASSWORD).orElse(new Secret(""));
    }

    static Optional<DatabaseSettings> read(Values values) {
        return new DatabaseReader(values).read();
    }

    private Optional<DatabaseSettings> read() {
        boolean url = values.isSet(DatabaseKeys.URL);
        boolean host = values.isSet(DatabaseKeys.HOST);
        if (!url && !host) {
            refuseLeftovers();
            return Optional.empty();
        }
        Origin.Rank urlRank = values.rank(DatabaseKeys.URL);
        Origin.Rank hostRank = values.rank(DatabaseKeys.HOST);
        if (url && urlRank == hostRank) {
            values.problem(
                    DatabaseKeys.HOST,
                    "a host beside " + DatabaseKeys.URL.key(),
                    "set the URL alone, or host, port and name");
        }
        Optional<String> address = urlRank.compareTo(hostRank) >= 0
                ? values.get(DatabaseKeys.URL).map(this::withoutLogin)
                : values.get(DatabaseKeys.HOST).map(this::fromHost);
        return address.map(text -> new DatabaseSettings(
                text,
                username,
                password,
                values.get(DatabaseKeys.LOCK_URL).map(this::withoutLogin).orElse(null)));
    }

    /** Half a database is a mistake, not a wish for the embedded one; plain names may be meant for another program. */
    private void refuseLeftovers() {
        for (Setting<?> setting : List.of(
                DatabaseKeys.PORT,
                DatabaseKeys.NAME,
                DatabaseKeys.USERNAME,
                DatabaseKeys.PASSWORD,
                DatabaseKeys.LOCK_URL)) {
            Origin.Rank rank = values.rank(setting);
            if (rank == Origin.Rank.FILE || rank == Origin.Rank.ENVIRONMENT) {
                values.problem(
                        setting,
                        setting.key() + " is set, but no database",
                        "set " + DatabaseKeys.URL.environmentName() + " as well, or remove it");
            } else if (rank == Origin.Rank.PLAIN_NAME) {
                values.warning(
                        setting,
                        "is not used, for no host of a database is set beside it",
                        "if it is meant for this program, set " + DatabaseKeys.HOST.environmentName()
                                + " as well; else unset it");
            }
        }
    }

    private String fromHost(String hosts) {
        String name = values.value(DatabaseKeys.NAME);
        int port = values.value(DatabaseKeys.PORT);
        return "jdbc:postgresql://" + hosts.replace(",", ":" + port + ",") + ":" + port + "/"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String withoutLogin(String url) {
        int question = url.indexOf('?');
        if (question < 0) {
            return url;
        }
        List<String> kept = new ArrayList<>();
        for (String parameter : url.substring(question + 1).split("&", -1)) {
            if (!takeLogin(parameter)) {
                kept.add(parameter);
            }
        }
        String bare = url.substring(0, question);
        return kept.isEmpty() ? bare : bare + "?" + String.join("&", kept);
    }

    private boolean takeLogin(String parameter) {
        int equals = parameter.indexOf('=');
        String name = equals < 0 ? parameter : parameter.substring(0, equals);
        if (!name.equals("user") && !name.equals("password")) {
            return false;
        }
        String value = decoded(parameter.substring(Math.max(equals, 0) + 1));
        if (name.equals("user") && !values.isSet(DatabaseKeys.USERNAME)) {
            username = value;
        } else if (name.equals("password") && !values.isSet(DatabaseKeys.PASSWORD)) {
            password = new Secret(value);
        }
        return true;
    }

    private String decoded(String text) {
        try {
            String value = URLDecoder.decode(text, StandardCharsets.UTF_8);
            WrittenText.refuse(value);
            return value;
        } catch (UnusableValueException e) {
            values.problem(DatabaseKeys.URL, "of user or password in the URL, " + e.getMessage(), e.fix());
        } catch (IllegalArgumentException e) {
            values.problem(
                    DatabaseKeys.URL,
                    "of user or password in the URL, a % is not followed by two hexadecimal digits",
                    "write a % itself as %25, or set " + DatabaseKeys.PASSWORD.key());
        }
        return "";
    }
}
