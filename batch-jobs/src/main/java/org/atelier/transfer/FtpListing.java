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

/**
 * Makes entries of what MLSD and LIST say. A line that cannot be read makes the listing a short one, or none at all
 * where no line can be read; it is never taken for nothing.
 */
final class FtpListing {
    private static final Logger LOG = LoggerFactory.getLogger(FtpListing.class);
    private static final Pattern NO_ENTRY = Pattern.compile("\\s*");
    private static final Pattern TOTAL = Pattern.compile("\\p{L}+:?\\s+\\d+\\s*");

    private final RemoteNames names;
    private final List<RemoteEntry> entries = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();

    private FtpListing(RemoteNames names) {
        this.names = names;
    }

    /** Entries of MLSD: {@code type=file;size=5;modify=20250527120000.123; name}, facts in any order. */
    static RemoteListing ofMlsd(RemoteNames names, FtpLines lines) throws IOException {
        var listing = new FtpListing(names);
        for (String line : lines.text()) {
            MlsdLine facts = MlsdLine.parse(line);
            if (facts == null) {
                listing.unread(line);
            } else {
                listing.add(facts.isThisOrParent() ? "." : facts.name(), facts.kind(), facts.size(), facts.modified());
            }
        }
        return listing.made(lines, "is no MLSD");
    }

    /** Entries of LIST in the style of Unix or DOS, without times: LIST has no zone, and no hour for old files. */
    static RemoteListing ofList(RemoteNames names, FtpLines lines) throws IOException {
        var listing = new FtpListing(names);
        var parser = new CompositeFileEntryParser(
                new FTPFileEntryParser[] {new UnixFTPEntryParser(), new NTFTPEntryParser()});
        boolean first = true;
        for (String line : lines.text()) {
            if (!NO_ENTRY.matcher(line).matches()
                    && !(first && TOTAL.matcher(line).matches())) {
                FTPFile file = parser.parseFTPEntry(line);
                if (file == null) {
                    listing.unread(line);
                } else {
                    listing.add(file.getName(), kind(file), file.getSize(), null);
                }
            }
            first = false;
        }
        return listing.made(lines, "is in no known style");
    }

    private void unread(String line) {
        unread.add(line);
        LOG.warn("A line of the server's listing cannot be read: {}", RemoteNames.shown(line));
    }

    private RemoteListing made(FtpLines lines, String fault) throws IOException {
        if (!unread.isEmpty() && entries.isEmpty()) {
            throw new IOException("the server's listing " + fault + "; its last line: "
                    + RemoteNames.shown(unread.get(unread.size() - 1)));
        }
        return RemoteListing.of(entries, unread, lines.shortfall());
    }

    private void add(String name, RemoteEntry.Kind kind, long size, @Nullable Instant modified) {
        if (!name.equals(".") && !name.equals("..") && !name.isEmpty()) {
            entries.add(names.entry(name, kind, size, modified));
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
