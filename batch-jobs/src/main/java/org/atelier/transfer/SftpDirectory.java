package org.atelier.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.SshException;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.jspecify.annotations.Nullable;

/** A tree on an SFTP server. A connection that broke is opened again by the next call. */
final class SftpDirectory implements RemoteDirectory {
    /** A character a byte, so that the client hands names over as the server wrote them. */
    private static final Charset BYTES = ISO_8859_1;

    private final RemoteSource source;
    private final RemoteNames names;
    private SftpSession session;
    private @Nullable String home;

    SftpDirectory(RemoteSource source, SftpSession session) {
        this.source = source;
        this.names = RemoteNames.of(source);
        this.session = session;
    }

    @Override
    public String label() {
        return source.label();
    }

    @Override
    public RemoteListing look(String path) throws IOException {
        RemotePath.directory(path);
        return asked(sftp -> {
            try {
                return new RemoteListing(entries(sftp, absolute(path)), null);
            } catch (SftpException e) {
                throw isMissing(e)
                        ? new MissingDirectoryException("no directory " + RemotePath.shown(path) + " in " + label())
                        : failed("list", path, e);
            }
        });
    }

    private List<RemoteEntry> entries(SftpClient sftp, String directory) throws IOException {
        var listed = new ArrayList<SftpClient.DirEntry>();
        try (var handle = sftp.openDir(directory)) {
            for (var some = sftp.readDir(handle); some != null; some = sftp.readDir(handle)) {
                for (SftpClient.DirEntry entry : some) {
                    if (!entry.getFilename().equals(".") && !entry.getFilename().equals("..")) {
                        listed.add(entry);
                    }
                }
            }
        }
        var entries = new ArrayList<RemoteEntry>(listed.size());
        for (SftpClient.DirEntry entry : listed) {
            entries.add(entry(entry, SftpKinds.of(sftp, RemotePath.join(directory, entry.getFilename()), entry)));
        }
        return entries;
    }

    private RemoteEntry entry(SftpClient.DirEntry entry, RemoteEntry.Kind kind) {
        SftpClient.Attributes facts = entry.getAttributes();
        FileTime modified = facts.getModifyTime();
        Instant time = modified == null ? null : modified.toInstant().truncatedTo(ChronoUnit.SECONDS);
        long size = hasSize(facts) ? facts.getSize() : -1;
        return names.entry(names.read(entry.getFilename().getBytes(BYTES)), kind, size, time);
    }

    private static boolean hasSize(SftpClient.Attributes facts) {
        return facts.getFlags().contains(SftpClient.Attribute.Size);
    }

    @Override
    public RemoteFacts facts(String path) throws IOException {
        RemotePath.file(path);
        return asked(sftp -> {
            SftpClient.Attributes facts = file(sftp, path);
            FileTime modified = facts.getModifyTime();
            if (modified == null || !hasSize(facts)) {
                throw unknown(modified == null ? "modification time" : "size", path);
            }
            return new RemoteFacts(facts.getSize(), modified.toInstant());
        });
    }

    private UnknownFactsException unknown(String what, String path) {
        return new UnknownFactsException("the server does not tell the " + what + " of " + RemotePath.shown(path)
                + " in "
                + label() + ", and without it nobody knows whether the file changed: let the SFTP server send sizes and"
                + " times, or read the files another way (ftp://, or file:/// from a mounted share)");
    }

    private SftpClient.Attributes file(SftpClient sftp, String path) throws IOException {
        SftpClient.Attributes facts = stat(sftp, absolute(path), path);
        if (facts == null || !SftpKinds.isFile(sftp, absolute(path), facts)) {
            throw new MissingFileException("no file " + RemotePath.shown(path) + " in " + label());
        }
        return facts;
    }

    private SftpClient.@Nullable Attributes stat(SftpClient sftp, String file, String path) throws IOException {
        try {
            return sftp.stat(file);
        } catch (SftpException e) {
            if (isMissing(e)) {
                return null;
            }
            throw failed("ask for", path, e);
        }
    }

    @Override
    public InputStream open(String path, long offset) throws IOException {
        RemotePath.file(path);
        return asked(sftp -> {
            file(sftp, path);
            InputStream in = sftp.read(absolute(path));
            try {
                // The client moves its next request; nothing of what is skipped is sent.
                in.skipNBytes(offset);
                return new SftpDownload(in, this::unreachable);
            } catch (IOException e) {
                try (in) {
                    throw e;
                }
            }
        });
    }

    @Override
    public void rename(String path, String target) throws IOException {
        RemotePath.target(target);
        RemotePath.file(path);
        asked(sftp -> {
            file(sftp, path);
            String to = absolute(target);
            if (stat(sftp, to, target) != null) {
                throw new FileAlreadyExistsException(RemotePath.shown(target));
            }
            try {
                makeDirectories(sftp, RemotePath.parent(to), target);
                sftp.rename(absolute(path), to);
                return true;
            } catch (SftpException e) {
                throw failed("rename to " + RemotePath.shown(target), path, e);
            }
        });
    }

    private void makeDirectories(SftpClient sftp, String directory, String path) throws IOException {
        if (directory.isEmpty() || stat(sftp, directory, path) != null) {
            return;
        }
        makeDirectories(sftp, RemotePath.parent(directory), path);
        sftp.mkdir(directory);
    }

    @Override
    public void delete(String path) throws IOException {
        RemotePath.file(path);
        asked(sftp -> {
            file(sftp, path);
            try {
                sftp.remove(absolute(path));
                return true;
            } catch (SftpException e) {
                throw failed("delete", path, e);
            }
        });
    }

    @Override
    public void close() {
        session.close();
    }

    /** The full path on the server, a character a byte. */
    private String absolute(String path) throws IOException {
        String below = new String(names.write(path), BYTES);
        if (path.startsWith("/")) {
            return below;
        }
        String root = new String(names.write(source.root()), BYTES);
        if (!root.startsWith("/")) {
            String start = home == null ? session.client().canonicalPath(".") : home;
            home = start;
            root = RemotePath.join(start, root);
        }
        return RemotePath.join(root, below);
    }

    private static boolean isMissing(SftpException e) {
        return switch (e.getStatus()) {
            case SftpConstants.SSH_FX_NO_SUCH_FILE,
                    SftpConstants.SSH_FX_NO_SUCH_PATH,
                    SftpConstants.SSH_FX_NOT_A_DIRECTORY -> true;
            default -> false;
        };
    }

    private IOException failed(String act, String path, SftpException e) {
        return new IOException(
                "cannot " + act + " " + RemotePath.shown(path) + " in " + label() + ": the server said "
                        + SftpConstants.getStatusName(e.getStatus()),
                e);
    }

    private IOException unreachable(IOException e) {
        return new UnreachableException(
                source.host() + " port " + source.port() + " does not answer any more (" + e.getMessage()
                        + "): check the network and the server",
                e);
    }

    private interface Question<T> {
        T ask(SftpClient client) throws IOException;
    }

    private <T> T asked(Question<T> question) throws IOException {
        if (!session.client().isOpen()) {
            session.close();
            session = SftpSession.open(source);
        }
        session.client().setNameDecodingCharset(BYTES);
        try {
            return question.ask(session.client());
        } catch (IOException e) {
            // SshException: no answer in time, or the session ended; an answer of the server is an SftpException.
            if (session.client().isOpen() && !(e instanceof SocketTimeoutException || e instanceof SshException)) {
                throw e;
            }
            session.close();
            throw unreachable(e);
        }
    }

    /** Opens {@code sftp://user@host/srv/logs}, with a password or a key; the host key must be known. */
    @AutoService(RemoteDirectoryFactory.class)
    public static final class Factory implements RemoteDirectoryFactory {

        @Override
        public String scheme() {
            return "sftp";
        }

        @Override
        public RemoteDirectory connect(RemoteSource source) throws IOException {
            return new SftpDirectory(source, SftpSession.open(source));
        }
    }
}
