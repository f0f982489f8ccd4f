package org.atelier.sql;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.atelier.transfer.TlsFault;

/**
 * Why PostgreSQL does not let us in, when trying again does not help.
 *
 * @param what is wrong, in words of the driver or the server; no secret
 * @param fix what to do or type
 */
public record LoginFault(String what, String fix) {

    private static final String AUTHORITY = "put the certificate of the authority that signed the server's into a file,"
            + " and name it in the database's URL: ?sslmode=verify-full&sslrootcert=/path/to/ca.crt";
    private static final String SETTINGS = "correct atelier.database.* (ATELIER_DATABASE_URL, _USERNAME, _PASSWORD)";
    private static final String REJECTED = "08004";
    private static final String FAILED = "08006";

    /**
     * The fault behind a failed attempt to connect; empty when another attempt may go well, as with a server that is
     * not there, starts up, or has no connection left.
     */
    public static Optional<LoginFault> of(SQLException failure, DatabaseSettings database) {
        Optional<TlsFault> trust = trust(failure);
        if (trust.isPresent()) {
            return trust.map(fault -> new LoginFault(
                    "the server cannot be trusted: " + fault.words() + " (" + failure.getMessage() + ")", fix(fault)));
        }
        String state = String.valueOf(failure.getSQLState());
        if (state.equals(SqlStates.NO_RIGHT)) {
            return Optional.of(new LoginFault(
                    String.valueOf(failure.getMessage()),
                    "grant connect on database " + quoted(name(database.url())) + " to "
                            + quoted(database.username())));
        }
        // A refused login, an unknown database, one that takes no connections, a parameter that the server does not
        // know.
        boolean refused = Stream.of("28", "3D", "42", "22", "0A", "55").anyMatch(state::startsWith);
        boolean rejected = state.equals(REJECTED);
        return refused || rejected
                ? Optional.of(new LoginFault(
                        String.valueOf(failure.getMessage()),
                        rejected ? SETTINGS + ", or sslmode in the URL" : SETTINGS))
                : Optional.empty();
    }

    /** Why the server is not trusted. */
    private static Optional<TlsFault> trust(SQLException failure) {
        // The driver's words are in the user's language; of a name that does not fit it gives no cause, which no other
        // failure of a connection lacks.
        return FAILED.equals(failure.getSQLState()) && failure.getCause() == null
                ? Optional.of(TlsFault.OTHER_HOST)
                : TlsFault.of(failure);
    }

    private static String fix(TlsFault fault) {
        return switch (fault) {
            case UNKNOWN_AUTHORITY, OWN_FILE -> AUTHORITY;
            case NOT_VALID_NOW -> "have the server's certificate renewed, or correct this machine's clock";
            case OTHER_HOST -> "name the server in the database's URL by a host name of its certificate";
            case NO_COMMON_TLS -> "turn TLS on in the server (ssl = on), or correct sslmode in the database's URL";
        };
    }

    /** The database that a URL names. */
    private static String name(String url) {
        String bare = url.replaceFirst("\\?.*", "");
        return URLDecoder.decode(bare.substring(bare.lastIndexOf('/') + 1), StandardCharsets.UTF_8);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
