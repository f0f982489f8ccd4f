package org.atelier.transfer;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPReply;
import org.jspecify.annotations.Nullable;

/** A tree on an FTP server, with or without TLS. A connection that broke is opened again by the next call. */
final class FtpDirectory implements RemoteDirectory {
    private final RemoteSource source;
    private final FtpErrors errors;
    private FtpSession session;
    private boolean broken;
    private @Nullable FtpDownload download;
    private @Nullable Boolean listsHidden;

    private FtpDirectory(RemoteSource source, FtpErrors errors) throws IOException {
        this.source = source;
        this.errors = errors;
        this.session = FtpSession.open(source, errors);
    }

    static FtpDirectory connect(RemoteSource source) throws IOException {
        return new FtpDirectory(source, new FtpErrors(source));
    }

    @Override
    public String label() {
        return source.label();
    }

    @Override
    public RemoteListing look(String path) throws IOException {
        String directory = session.absolute(RemotePath.directory(path));
        return asked(client -> {
            // MLSD of a missing directory may answer nothing and 226; and LIST takes a name for options or a pattern.
            if (!directory.isEmpty() && !client.changeWorkingDirectory(directory)) {
                throw isMissing(client) ? errors.missingDirectory(path, client) : errors.failed("list", path, client);
            }
            if (session.has("MLSD") || session.has("MLST")) {
                FtpLines lines = session.lines("MLSD", null, path);
                if (lines != null) {
                    return FtpListing.ofMlsd(session.names(), lines);
                }
            }
            return FtpListing.ofList(session.names(), listed(path, client));
        });
    }

    /** LIST, with hidden names if the server knows {@code -a}: {@code ls -a} always shows at least itself. */
    private FtpLines listed(String path, FTPClient client) throws IOException {
        if (!Boolean.FALSE.equals(listsHidden)) {
            FtpLines all = session.lines("LIST", "-a", path);
            listsHidden = all != null && !all.text().isEmpty();
            if (all != null && listsHidden) {
                return all;
            }
        }
        FtpLines lines = session.lines("LIST", null, path);
        if (lines != null) {
            return lines;
        }
        // 450 and 550 after a CWD that worked: some servers say so of an empty directory.
        boolean maybeEmpty = client.getReplyCode() == 450 || isMissing(client);
        if (!maybeEmpty || !FtpLines.saysEmpty(errors.reply(client))) {
            throw errors.failed("list", path, client);
        }
        return new FtpLines(List.of(), null);
    }

    @Override
    public RemoteFacts facts(String path) throws IOException {
        String file = session.absolute(RemotePath.file(path));
        return asked(client -> FtpFacts.ask(client, errors, path, file));
    }

    @Override
    public InputStream open(String path, long offset) throws IOException {
        String file = session.absolute(RemotePath.file(path));
        return asked(client -> {
            Socket socket = retrieve(file, offset);
            long skip = 0;
            if (socket == null && offset > 0) {
                // No REST here: from the start, and leave out what was not wanted.
                socket = retrieve(file, 0);
                skip = offset;
            }
            if (socket == null) {
                throw isMissing(client) ? errors.missing(path, client) : errors.failed("read", path, client);
            }
            var stream = new FtpDownload(
                    session.wire(), socket, errors, source.transfer().keepAlive(), () -> broken = true);
            download = stream;
            stream.skipNBytes(skip);
            return stream;
        });
    }

    private @Nullable Socket retrieve(String file, long offset) throws IOException {
        FTPClient client = session.client();
        client.setRestartOffset(offset);
        try {
            return session.wire().data("RETR", file);
        } finally {
            client.setRestartOffset(0);
        }
    }

    @Override
    public void rename(String path, String target) throws IOException {
        String from = session.absolute(RemotePath.file(path));
        String to = session.absolute(RemotePath.target(target));
        facts(path);
        asked(client -> {
            if (FtpFacts.exists(client, to)) {
                throw new FileAlreadyExistsException(RemotePath.shown(target));
            }
            makeDirectories(client, RemotePath.parent(to));
            if (!client.rename(from, to)) {
                throw errors.failed("rename to " + RemotePath.shown(target), path, client);
            }
            return true;
        });
    }

    private static void makeDirectories(FTPClient client, String directory) throws IOException {
        if (directory.isEmpty() || client.changeWorkingDirectory(directory)) {
            return;
        }
        makeDirectories(client, RemotePath.parent(directory));
        client.makeDirectory(directory);
    }

    @Override
    public void delete(String path) throws IOException {
        String file = session.absolute(RemotePath.file(path));
        facts(path);
        asked(client -> {
            if (!client.deleteFile(file)) {
                throw errors.failed("delete", path, client);
            }
            return true;
        });
    }

    @Override
    public void close() {
        if (broken) {
            session.drop();
        } else {
            session.close();
        }
    }

    private static boolean isMissing(FTPClient client) {
        return client.getReplyCode() == FTPReply.FILE_UNAVAILABLE;
    }

    private interface Question<T> {
        T ask(FTPClient client) throws IOException;
    }

    private <T> T asked(Question<T> question) throws IOException {
        if (download != null) {
            // One control connection: its answers belong to the transfer until that is over.
            download.close();
            download = null;
        }
        if (broken || !session.alive()) {
            session.drop();
            session = FtpSession.open(source, errors);
            broken = false;
        }
        try {
            return question.ask(session.client());
        } catch (IOException e) {
            broken |= FtpErrors.endsSession(e) || e instanceof UnreachableException;
            throw errors.unreachable(e, session.client());
        }
    }

    /** Opens {@code ftp://user@host/logs}. */
    @AutoService(RemoteDirectoryFactory.class)
    public static final class Factory implements RemoteDirectoryFactory {

        @Override
        public String scheme() {
            return "ftp";
        }

        @Override
        public RemoteDirectory connect(RemoteSource source) throws IOException {
            return FtpDirectory.connect(source);
        }
    }

    /** Opens {@code ftps://user@host/logs}: FTP with explicit TLS. */
    @AutoService(RemoteDirectoryFactory.class)
    public static final class TlsFactory implements RemoteDirectoryFactory {

        @Override
        public String scheme() {
            return "ftps";
        }

        @Override
        public RemoteDirectory connect(RemoteSource source) throws IOException {
            return FtpDirectory.connect(source);
        }
    }
}
