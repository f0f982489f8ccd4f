package org.atelier.database;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.atelier.settings.HostName;
import org.atelier.settings.UnusableValueException;

/**
 * The JDBC URL of a PostgreSQL database, as far as it must be understood before it is shown to anybody: what cannot be
 * read is refused and not repeated, for people write their login into it in every way.
 */
final class DatabaseUrl {

    private static final Pattern READABLE =
            Pattern.compile("jdbc:postgresql:(//" + HostName.IN_URLS + "/[^?@]*|[^/?@:]*)(\\?.*)?");

    private DatabaseUrl() {}

    /**
     * Checks it.
     *
     * @throws UnusableValueException when it holds a login, or is no such URL
     */
    static String checked(String url) {
        if (hasLogin(url)) {
            throw new UnusableValueException(
                    "the URL holds a login",
                    "leave it out, and set " + DatabaseKeys.USERNAME.key() + " and " + DatabaseKeys.PASSWORD.key());
        }
        if (!READABLE.matcher(url).matches()) {
            throw new UnusableValueException(
                    "the URL names no host and database of a PostgreSQL server",
                    "it expects " + DatabaseKeys.JDBC_URL.expects());
        }
        return url;
    }

    /** An @ has a place in the value of a parameter only. */
    private static boolean hasLogin(String url) {
        int question = url.indexOf('?');
        String place = question < 0 ? url : url.substring(0, question);
        String parameters = question < 0 ? "" : url.substring(question + 1);
        return place.indexOf('@') >= 0
                || Stream.of(parameters.split("&", -1))
                        .anyMatch(parameter -> parameter.replaceFirst("=.*", "").indexOf('@') >= 0);
    }
}
