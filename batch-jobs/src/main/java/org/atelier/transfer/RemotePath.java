package org.atelier.transfer;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks paths before they reach a server: they stay inside the tree and cannot end a command. */
final class RemotePath {
    private RemotePath() {}

    /** Checks a path relative to the root; {@code ""} is the root. */
    static String directory(String path) throws RefusedPathException {
        return path.isEmpty() ? path : file(path);
    }

    /** Checks a path relative to the root that names something below it. */
    static String file(String path) throws RefusedPathException {
        String fault = fault(path);
        if (fault != null) {
            throw new RefusedPathException("the path \"" + shown(path) + "\" is refused: " + fault);
        }
        return path;
    }

    /** Checks a target: like a file, or absolute with one leading slash. */
    static String target(String path) throws RefusedPathException {
        if (path.startsWith("/")) {
            file(path.substring(1));
            return path;
        }
        return file(path);
    }

    /** Puts two parts together; either may be empty, the first may end in a slash. */
    static String join(String parent, String child) {
        if (parent.isEmpty() || child.isEmpty()) {
            return parent + child;
        }
        return parent.endsWith("/") ? parent + child : parent + "/" + child;
    }

    /** The part before the last slash: {@code ""} for a bare name, {@code "/"} for a name in the server's root. */
    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash == 0 ? "/" : path.substring(0, Math.max(slash, 0));
    }

    /** A path for people: control characters escaped, so that it cannot forge a log line. */
    static String shown(String path) {
        if (path.isEmpty()) {
            return "(root)";
        }
        var text = new StringBuilder();
        path.chars().forEach(c -> {
            if (Character.isISOControl(c)) {
                text.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                text.append((char) c);
            }
        });
        return text.toString();
    }

    static @Nullable String fault(String path) {
        if (path.indexOf('\0') >= 0) {
            return "it contains NUL";
        }
        if (path.indexOf('\r') >= 0 || path.indexOf('\n') >= 0) {
            return "it contains a line break, which would end an FTP command";
        }
        for (String segment : path.split("/", -1)) {
            if (segment.isEmpty()) {
                return "it has an empty segment";
            }
            if (segment.equals(".") || segment.equals("..")) {
                return "it contains the segment " + segment;
            }
        }
        return null;
    }
}
