package org.atelier.transfer;

import java.io.IOException;
import java.io.InputStream;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.apache.sshd.sftp.common.SftpHelper;
import org.jspecify.annotations.Nullable;

/**
 * What a name on an SFTP server stands for. The protocol has it in the permissions, and servers leave those out, or
 * their type bits. Then the text of the listing says it, and else what it opens as: a name whose kind is not reported
 * is no name to pass over.
 */
final class SftpKinds {
    /** {@code drwxr-xr-x}, as the text of a listing begins. */
    private static final int MODE_LENGTH = 10;

    private SftpKinds() {}

    /** What an entry of a listing is. */
    static RemoteEntry.Kind of(SftpClient sftp, String path, SftpClient.DirEntry entry) throws IOException {
        RemoteEntry.Kind reported = reported(entry.getAttributes().getType());
        if (reported == null) {
            reported = reported(typeIn(entry.getLongFilename()));
        }
        return reported == null ? tried(sftp, path, entry.getFilename()) : reported;
    }

    /** Whether what is there under a path, links followed, is a file. */
    static boolean isFile(SftpClient sftp, String path, SftpClient.Attributes facts) throws IOException {
        RemoteEntry.Kind reported = reported(facts.getType());
        return reported == null ? !isDirectory(sftp, path) : reported == RemoteEntry.Kind.FILE;
    }

    private static RemoteEntry.@Nullable Kind reported(int type) {
        return switch (type) {
            case SftpConstants.SSH_FILEXFER_TYPE_REGULAR -> RemoteEntry.Kind.FILE;
            case SftpConstants.SSH_FILEXFER_TYPE_DIRECTORY -> RemoteEntry.Kind.DIRECTORY;
            case SftpConstants.SSH_FILEXFER_TYPE_SYMLINK -> RemoteEntry.Kind.LINK;
            case SftpConstants.SSH_FILEXFER_TYPE_UNKNOWN -> null;
            default -> RemoteEntry.Kind.OTHER;
        };
    }

    private static int typeIn(@Nullable String line) {
        if (line == null || line.length() <= MODE_LENGTH) {
            return SftpConstants.SSH_FILEXFER_TYPE_UNKNOWN;
        }
        boolean isMode = line.substring(1, MODE_LENGTH).chars().allMatch(c -> "rwxsStT-".indexOf(c) >= 0);
        return isMode ? SftpHelper.fileTypeFromChar(line.charAt(0)) : SftpConstants.SSH_FILEXFER_TYPE_UNKNOWN;
    }

    private static RemoteEntry.Kind tried(SftpClient sftp, String path, String name) throws IOException {
        if (isDirectory(sftp, path)) {
            return RemoteEntry.Kind.DIRECTORY;
        }
        // What opens as neither is taken for what its name looks like, so that it fails with the server's word for it.
        return opens(sftp, path) || name.indexOf('.') > 0 ? RemoteEntry.Kind.FILE : RemoteEntry.Kind.DIRECTORY;
    }

    private static boolean isDirectory(SftpClient sftp, String path) throws IOException {
        try (var handle = sftp.openDir(path)) {
            // There are servers that open anything, and refuse only to read.
            sftp.readDir(handle);
            return true;
        } catch (SftpException e) {
            return false;
        }
    }

    private static boolean opens(SftpClient sftp, String path) throws IOException {
        try (InputStream in = sftp.read(path)) {
            return in.read() >= -1;
        } catch (SftpException e) {
            return false;
        }
    }
}
