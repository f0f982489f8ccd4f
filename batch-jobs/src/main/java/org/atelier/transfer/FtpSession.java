package org.atelier.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Locale;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPReply;
import org.atelier.settings.Secret;
import org.jspecify.annotations.Nullable;

/** A logged-in FTP connection: how it comes to be, and what its server can do. */
final class FtpSession {
    private final RemoteSource source;
    private final FtpErrors errors;
    private final FtpWire wire;
    private String features = "";
    private String home = "";

    private FtpSession(RemoteSource source, FtpErrors errors, FtpWire wire) {
        this.source = source;
        this.errors = errors;
        this.wire = wire;
    }

    static FtpSession open(RemoteSource source, FtpErrors errors) throws IOException {
        var session = new FtpSession(source, errors, wire(source));
        try {
            session.connect();
            session.login();
            session.prepare();
            return session;
        } catch (IOException e) {
            IOException unreachable = errors.unreachable(e, session.client());
            session.drop();
            throw unreachable;
        }
    }

    private static FtpWire wire(RemoteSource source) throws IOException {
        return source.scheme().equals("ftps")
                ? new SecureFtp(
                        TrustedCertificates.context(source.trustedCertificates()),
                        source.transfer().verifyHost(),
                        source.host())
                : new PlainFtp();
    }

    private void connect() throws IOException {
        TransferSettings transfer = source.transfer();
        FTPClient client = client();
        client.setConnectTimeout(millis(transfer.connectTimeout()));
        client.setDefaultTimeout(millis(transfer.connectTimeout()));
        client.setDataTimeout(transfer.dataTimeout());
        client.setControlEncoding(transfer.names().name());
        client.connect(source.host(), source.port());
        if (!FTPReply.isPositiveCompletion(client.getReplyCode())) {
            throw errors.refused(client);
        }
        client.setSoTimeout(millis(transfer.controlTimeout()));
    }

    private void login() throws IOException {
        Secret password = source.password();
        FTPClient client = client();
        if (!client.login(source.username(), password == null ? "anonymous@" : password.reveal())) {
            throw FtpErrors.isCrowded(client) ? errors.refused(client) : errors.login(client);
        }
    }

    private void prepare() throws IOException {
        FTPClient client = client();
        if (wire instanceof SecureFtp secure) {
            secure.protectData();
        }
        if (FTPReply.isPositiveCompletion(client.feat())) {
            features = client.getReplyString().toUpperCase(Locale.ROOT);
        }
        if (has("UTF8") && source.transfer().names().equals(UTF_8)) {
            // Old servers want to be asked; new ones need no answer, so a refusal is fine.
            client.sendCommand("OPTS", "UTF8 ON");
        }
        if (!client.setFileType(FTP.BINARY_FILE_TYPE)) {
            throw errors.failed("switch to binary for", "", client);
        }
        if (source.transfer().passive()) {
            client.enterLocalPassiveMode();
        }
        if (!source.root().startsWith("/")) {
            String here = client.printWorkingDirectory();
            if (here == null) {
                throw errors.failed("ask for the working directory of", "", client);
            }
            if (here.indexOf('\uFFFD') >= 0) {
                throw new IOException("the name of the directory that the login lands in is not "
                        + source.transfer().names() + ": say with atelier.machine-logs.names how names are written");
            }
            home = here;
        }
    }

    FTPClient client() {
        return wire.client();
    }

    FtpWire wire() {
        return wire;
    }

    boolean has(String feature) {
        return features.lines().anyMatch(line -> line.strip().equals(feature) || line.startsWith(" " + feature + " "));
    }

    /** The full path on the server: commands must not depend on where the session stands. */
    String absolute(String path) throws RefusedPathException {
        String whole = path.startsWith("/") ? path : RemotePath.join(RemotePath.join(home, source.root()), path);
        names().write(whole);
        return whole;
    }

    /**
     * What a listing command gives; null when the server refused it, or gave nothing and said no.
     *
     * @throws IOException also when it gave something and said that this is not all
     */
    @Nullable FtpLines lines(String command, @Nullable String argument, String path) throws IOException {
        Socket socket = wire.data(command, argument);
        if (socket == null) {
            return null;
        }
        byte[] data;
        try (socket;
                var in = socket.getInputStream()) {
            data = in.readAllBytes();
        }
        boolean done = client().completePendingCommand();
        if (!done && data.length > 0) {
            throw errors.failed("list all of", path, client());
        }
        return done ? FtpLines.of(names().read(data), errors.reply(client())) : null;
    }

    RemoteNames names() {
        return RemoteNames.of(source);
    }

    boolean alive() {
        return client().isConnected();
    }

    /** Says good-bye if the server still listens. */
    void close() {
        try {
            client().logout();
        } catch (IOException e) {
            // It is gone already, which is what we wanted.
        }
        drop();
    }

    void drop() {
        try {
            client().disconnect();
        } catch (IOException e) {
            // Nothing is lost with a connection that is given up.
        }
    }

    private static int millis(Duration time) {
        return Math.toIntExact(time.toMillis());
    }
}
