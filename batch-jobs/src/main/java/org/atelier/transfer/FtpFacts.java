package org.atelier.transfer;

import java.io.IOException;
import java.time.Instant;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPReply;
import org.jspecify.annotations.Nullable;

/** Asks SIZE and MDTM, and MLST where a server has no such command. */
final class FtpFacts {
    private FtpFacts() {}

    static RemoteFacts ask(FTPClient client, FtpErrors errors, String path, String file) throws IOException {
        Long size = size(client, file);
        if (size == null && !isUnknownCommand(client)) {
            throw refusal(client, errors, path);
        }
        Instant modified = size == null ? null : modified(client, file);
        if (size != null && modified != null) {
            return new RemoteFacts(size, modified);
        }
        return ofMlst(client, errors, path, file);
    }

    private static RemoteFacts ofMlst(FTPClient client, FtpErrors errors, String path, String file) throws IOException {
        int code = client.sendCommand("MLST", file);
        if (code == FTPReply.SYNTAX_ERROR_IN_ARGUMENTS) {
            throw errors.missing(path, client);
        }
        if (!FTPReply.isPositiveCompletion(code)) {
            throw refusal(client, errors, path);
        }
        for (String line : client.getReplyStrings()) {
            // The RFC wants a space before the facts; Apache FtpServer has none.
            MlsdLine facts = MlsdLine.parse(line.startsWith(" ") ? line.substring(1) : line);
            Instant modified = facts == null ? null : facts.modified();
            if (facts != null && modified != null && facts.size() >= 0 && facts.kind() == RemoteEntry.Kind.FILE) {
                return new RemoteFacts(facts.size(), modified);
            }
        }
        throw new UnknownFactsException("the server tells neither SIZE and MDTM nor MLST of " + RemotePath.shown(path));
    }

    private static IOException refusal(FTPClient client, FtpErrors errors, String path) {
        return client.getReplyCode() == FTPReply.FILE_UNAVAILABLE
                ? errors.missing(path, client)
                : errors.failed("ask for", path, client);
    }

    /** Whether the server shows a file of this name, or a directory. */
    static boolean exists(FTPClient client, String file) throws IOException {
        return size(client, file) != null || client.changeWorkingDirectory(file);
    }

    private static @Nullable Long size(FTPClient client, String file) throws IOException {
        String text = FTPReply.isPositiveCompletion(client.size(file)) ? value(client) : "";
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    private static @Nullable Instant modified(FTPClient client, String file) throws IOException {
        return FTPReply.isPositiveCompletion(client.mdtm(file)) ? MlsdLine.time(value(client)) : null;
    }

    /** 500 and 502: not this command, rather than not this file. */
    private static boolean isUnknownCommand(FTPClient client) {
        return client.getReplyCode() == FTPReply.UNRECOGNIZED_COMMAND
                || client.getReplyCode() == FTPReply.COMMAND_NOT_IMPLEMENTED;
    }

    private static String value(FTPClient client) {
        return client.getReplyString().substring(4).strip();
    }
}
