package org.atelier.transfer;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Paths of a tree on this machine. On Unix a name is bytes, and Java reads and writes them by the locale of the
 * process: under {@code C} it turns two names into one. So names go by their bytes here, which a path's URI keeps.
 */
final class LocalPaths {

    private static final boolean NAMES_ARE_BYTES = FileSystems.getDefault()
                    .getSeparator()
                    .equals("/")
            && !System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");

    private static final String PLAIN = "/-._~";

    private final RemoteNames names;
    private final String root;

    LocalPaths(RemoteSource source) {
        this.names = RemoteNames.of(source);
        this.root = source.root();
    }

    /** A path relative to the root, {@code ""} for the root, or an absolute one. */
    Path of(String path) throws RefusedPathException {
        if (!NAMES_ARE_BYTES) {
            return Path.of(root).resolve(path);
        }
        String whole = path.startsWith("/") ? path : RemotePath.join(root, path);
        return Path.of(URI.create("file://" + encoded(names.write(whole))));
    }

    private static String encoded(byte[] bytes) {
        var text = new StringBuilder();
        for (byte b : bytes) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
            text.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return text.toString();
    }

    /** The entry of a file that its directory lists. */
    RemoteEntry entry(Path file, RemoteEntry.Kind kind, long size, @Nullable Instant modified) {
        String name = String.valueOf(file.getFileName());
        // The URI costs a look at the disk; in any locale a name that reads as ASCII, and was not replaced, is ASCII.
        boolean certain = !NAMES_ARE_BYTES || name.chars().allMatch(c -> c < 0x80 && c != '?');
        return names.entry(certain ? name : names.read(nameOf(file.toUri().getRawPath())), kind, size, modified);
    }

    /** The bytes of the last name; a directory's path ends in a slash. */
    private static byte[] nameOf(String rawPath) {
        int end = rawPath.endsWith("/") ? rawPath.length() - 1 : rawPath.length();
        var bytes = new ByteArrayOutputStream();
        for (int i = rawPath.lastIndexOf('/', end - 1) + 1; i < end; i++) {
            if (rawPath.charAt(i) == '%') {
                bytes.write(Integer.parseInt(rawPath, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.write(rawPath.charAt(i));
            }
        }
        return bytes.toByteArray();
    }
}
