package org.atelier.orders.erp;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.atelier.settings.ConfigurationException;
import org.atelier.transfer.CutOffException;
import org.atelier.transfer.LoginRefusedException;
import org.atelier.transfer.TlsFault;
import org.atelier.transfer.UnreachableException;

/** What the ERP's server says, in the terms of runs: what may pass, and what people must change. */
final class ErpFaults {

    private static final int NO_SUCH_DATABASE = 1049;
    private static final int NO_RIGHT_TO_DATABASE = 1044;
    private static final int NO_RIGHT_TO_TABLE = 1142;
    private static final int NO_RIGHT_TO_COLUMN = 1143;

    private ErpFaults() {}

    /**
     * Translates.
     *
     * @param cut whether the connection was in use: then the run may go on in a new snapshot
     * @return an exception of the transfer's kind
     * @throws ConfigurationException when the settings or the rights are wrong
     */
    static IOException of(SQLException fault, ErpSource source, boolean cut) {
        String where = "the ERP's database " + source.label() + ": ";
        return switch (fault.getErrorCode()) {
            case NO_SUCH_DATABASE ->
                throw new ConfigurationException(where + "there is no such database; correct atelier.orders.source");
            case NO_RIGHT_TO_DATABASE, NO_RIGHT_TO_TABLE, NO_RIGHT_TO_COLUMN ->
                throw new ConfigurationException(
                        where + fault.getMessage() + "; grant SELECT on its tables to " + source.username());
            default -> byState(fault, where, cut);
        };
    }

    private static IOException byState(SQLException fault, String where, boolean cut) {
        String state = String.valueOf(fault.getSQLState());
        String words = where + inWords(fault);
        if (state.startsWith("28")) {
            return new LoginRefusedException(words);
        }
        Optional<TlsFault> trust = TlsFault.of(fault);
        if (trust.isPresent()) {
            throw new ConfigurationException(
                    where + trust.get().words() + " (" + inWords(fault) + "); " + advice(trust.get()));
        }
        if (state.startsWith("08") || isCut(fault)) {
            return cut ? new CutOffException(words, fault) : new UnreachableException(words);
        }
        return new IOException(words, fault);
    }

    private static String advice(TlsFault fault) {
        return switch (fault) {
            case UNKNOWN_AUTHORITY, OWN_FILE ->
                "put the certificate of the authority that signed it into a key store (keytool -importcert), and name that"
                        + " in atelier.orders.source: ?sslMode=VERIFY_IDENTITY&trustCertificateKeyStoreUrl=file:/path/to/ca.p12"
                        + "&trustCertificateKeyStoreType=PKCS12";
            case NOT_VALID_NOW -> "have it renewed, or correct this machine's clock";
            case OTHER_HOST ->
                "name the server in atelier.orders.source by a host name of its certificate, or use sslMode=VERIFY_CA";
            case NO_COMMON_TLS -> "turn TLS on in the server, or correct sslMode in atelier.orders.source";
        };
    }

    /** What the driver says of a stream that ends too early bears no SQL state of its own. */
    private static boolean isCut(Throwable fault) {
        return fault instanceof IOException || (fault.getCause() != null && isCut(fault.getCause()));
    }

    /** Connector/J adds its own diagnosis in further lines, and keeps what really happened in its causes. */
    private static String inWords(SQLException fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String words = firstLine(fault);
        String cause = firstLine(root);
        return words.contains(cause) ? words : words + " (" + cause + ")";
    }

    private static String firstLine(Throwable fault) {
        return String.valueOf(fault.getMessage()).lines().findFirst().orElse("no message");
    }
}
