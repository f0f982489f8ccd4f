package org.atelier.transfer;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.apache.commons.net.MalformedServerReplyException;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPConnectionClosedException;
import org.atelier.settings.Secret;

/** Says in our words what an FTP connection says. */
final class FtpErrors {
    private static final Pattern CROWDED = Pattern.compile(
            "too many|maximum|max(\\.| number| clients| connections| sessions| users)|already (logged|connected)"
                    + "|(connection|user|client|session|login) limit|limit (of|reached|exceeded)|later",
            Pattern.CASE_INSENSITIVE);

    private final RemoteSource source;

    FtpErrors(RemoteSource source) {
        this.source = source;
    }

    /** Whether the connection is of no use after this. */
    static boolean endsSession(IOException e) {
        return isConnectionFault(e) || (e.getCause() instanceof IOException cause && isConnectionFault(cause));
    }

    private static boolean isConnectionFault(IOException e) {
        return e instanceof SocketException
                || e instanceof SocketTimeoutException
                || e instanceof UnknownHostException
                || e instanceof SSLException
                || e instanceof FTPConnectionClosedException
                || e instanceof MalformedServerReplyException;
    }

    /** The same with what the server said when it ended the session, which its own exception leaves out. */
    IOException unreachable(IOException e, FTPClient client) {
        if (e instanceof FTPConnectionClosedException && client.getReplyCode() == 421) {
            return refused(client);
        }
        return unreachable(e);
    }

    IOException unreachable(IOException e) {
        if (e instanceof UnreachableException || !endsSession(e)) {
            return e;
        }
        return TlsFault.of(e)
                .<UnreachableException>map(fault -> new UntrustedServerException(server() + why(fault, e), e))
                .orElseGet(() -> new UnreachableException(server() + why(e), e));
    }

    private static String why(TlsFault fault, IOException e) {
        String advice = switch (fault) {
            case UNKNOWN_AUTHORITY, OWN_FILE ->
                "put the certificate of the authority that signed it, or its own, into a file, and set"
                        + " atelier.machine-logs.trusted-certificates to that";
            case NOT_VALID_NOW -> "have it renewed, or correct this machine's clock";
            case OTHER_HOST -> "name the server by a host name of its certificate in atelier.machine-logs.source";
            case NO_COMMON_TLS -> "see whether the server speaks explicit TLS, 1.2 or later";
        };
        return " cannot be trusted: " + fault.words() + " (" + RemotePath.shown(String.valueOf(e.getMessage())) + "): "
                + advice;
    }

    private static String why(IOException e) {
        if (e instanceof UnknownHostException) {
            return " has no address: check the host name and the DNS";
        }
        if (e instanceof SSLException) {
            return " cannot be trusted: its TLS certificate or protocol was refused (" + e.getMessage()
                    + "); check the host name and the trusted certificates";
        }
        if (e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException) {
            return " did not answer in time: check the network, the firewall and passive mode";
        }
        return " is not there or closed the connection (" + RemotePath.shown(String.valueOf(e.getMessage()))
                + "): check host, port and whether the server runs";
    }

    /**
     * Whether the refusal of a login says that there are enough connections, rather than that the user is not known:
     * 421, or 530 as ProFTPD has it, {@code Sorry, the maximum number of clients (1) for this user already connected.}
     */
    static boolean isCrowded(FTPClient client) {
        return client.getReplyCode() == 421
                || CROWDED.matcher(String.valueOf(client.getReplyString())).find();
    }

    UnreachableException refused(FTPClient client) {
        return new UnreachableException(server() + " refuses connections now: " + reply(client)
                + "; if there are too many, set atelier.machine-logs.workers to what it allows");
    }

    LoginRefusedException login(FTPClient client) {
        return new LoginRefusedException(server() + " refuses the user " + source.username()
                + ": check user name and password (the server said " + reply(client) + ")");
    }

    IOException failed(String act, String path, FTPClient client) {
        String message = "cannot " + act + " " + RemotePath.shown(path) + " in " + source.label() + ": the server said "
                + reply(client);
        // 421: the server ends the session, whatever was asked.
        return client.getReplyCode() == 421 ? new UnreachableException(message) : new IOException(message);
    }

    MissingFileException missing(String path, FTPClient client) {
        return new MissingFileException(
                "no file " + RemotePath.shown(path) + " in " + source.label() + ": the server said " + reply(client));
    }

    MissingDirectoryException missingDirectory(String path, FTPClient client) {
        return new MissingDirectoryException("no directory " + RemotePath.shown(path) + " in " + source.label()
                + ", or no right to enter it: the server said " + reply(client));
    }

    /** A server may repeat what was sent, so a secret is taken out. */
    String reply(FTPClient client) {
        String text = RemotePath.shown(String.valueOf(client.getReplyString()).strip());
        Secret password = source.password();
        return password == null || password.reveal().isEmpty() ? text : text.replace(password.reveal(), "******");
    }

    private String server() {
        return source.host() + " port " + source.port();
    }
}
