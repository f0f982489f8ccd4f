package org.atelier.transfer;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPFileEntryParser;
import org.apache.commons.net.ftp.parser.CompositeFileEntryParser;
import org.apache.commons.net.ftp.parser.NTFTPEntryParser;
import org.apache.commons.net.ftp.parser.UnixFTPEntryParser;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes entries of what MLSD and LIST say. A line that cannot be read is never taken for an empty directory. */
final class FtpListing {
    private static final Logger LOG = LoggerFactory.getLogger(FtpListing.class);
    private static final Pattern NO_ENTRY = Pattern.compile("(?i)(total \\d+)?\\s*");

    private FtpListing() {}

    /** Entries of MLSD: {@code type=file;size=5;modify=20250527120000.123; name}, facts in any order. */
    static List<RemoteEntry> ofMlsd(List<String> lines) throws IOException {
        var entries = new ArrayList<RemoteEntry>();
        for (String line : lines) {
            MlsdLine facts = MlsdLine.parse(line);
            if (facts == null) {
                throw new IOException("the server's listing has a line that is no MLSD: " + RemotePath.shown(line));
            }
            add(entries, facts.isThisOrParent() ? "." : facts.name(), facts.kind(), facts.size(), facts.modified());
        }
        return entries;
    }

    /** Entries of LIST in the style of Unix or DOS, without times: LIST has no zone, and no hour for old files. */
    static List<RemoteEntry> ofList(List<String> lines) throws IOException {
        var parser = new CompositeFileEntryParser(
                new FTPFileEntryParser[] {new UnixFTPEntryParser(), new NTFTPEntryParser()});
        var entries = new ArrayList<RemoteEntry>();
        int unread = 0;
        for (String line : lines) {
            FTPFile file = NO_ENTRY.matcher(line).matches() ? null : parser.parseFTPEntry(line);
            if (file != null) {
                add(entries, file.getName(), kind(file), file.getSize(), null);
            } else if (!NO_ENTRY.matcher(line).matches()) {
                unread++;
                LOG.warn("A line of the server's listing cannot be read: {}", RemotePath.shown(line));
            }
        }
        if (unread > 0 && entries.isEmpty()) {
            throw new IOException("the server's listing is in no known style; its last line: "
                    + RemotePath.shown(lines.get(lines.size() - 1)));
        }
        return entries;
    }

    private static void add(
            List<RemoteEntry> entries, String name, RemoteEntry.Kind kind, long size, @Nullable Instant modified) {
        if (!name.equals(".") && !name.equals("..") && !name.isEmpty()) {
            entries.add(new RemoteEntry(name, kind, size, modified));
        }
    }

    private static RemoteEntry.Kind kind(FTPFile file) {
        if (file.isSymbolicLink()) {
            return RemoteEntry.Kind.LINK;
        }
        if (file.isDirectory()) {
            return RemoteEntry.Kind.DIRECTORY;
        }
        // The parser calls a device a file.
        boolean device = "bcps".indexOf(file.getRawListing().charAt(0)) >= 0;
        return file.isFile() && !device ? RemoteEntry.Kind.FILE : RemoteEntry.Kind.OTHER;
    }
}
