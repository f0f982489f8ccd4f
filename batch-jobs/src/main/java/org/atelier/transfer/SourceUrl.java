package org.atelier.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.atelier.settings.HostName;
import org.atelier.settings.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Reads the URL of a source by hand, because people write passwords with {@code #}, directories with spaces and hosts
 * with underscores, which {@link java.net.URI} refuses, and because no message may repeat what may be a part of a
 * password.
 */
final class SourceUrl {
    private static final Map<String, Integer> PORTS = Map.of("ftp", 21, "ftps", 21, "sftp", 22, "file", -1);
    private static final Pattern URL = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/]*)(/.*)?", Pattern.DOTALL);
    private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[^\\]]*\\]|[^:\\[\\]]*)(?::(\\d{1,5}))?");

    private SourceUrl() {}

    static RemoteSource parse(String url) {
        if (url.startsWith("/")) {
            return source("file", "", -1, "/" + trimmed(checked(url)), "", null);
        }
        Matcher parts = URL.matcher(url.strip());
        if (!parts.matches()) {
            throw refused("a source is a URL such as ftp://user@host:21/logs or file:///srv/logs");
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        if (!PORTS.containsKey(scheme)) {
            throw refused("the kind \"" + scheme + "\" is unknown; known are " + new TreeSet<>(PORTS.keySet()));
        }
        String authority = parts.group(2);
        String path = parts.group(3) == null ? "" : parts.group(3);
        int at = authority.lastIndexOf('@');
        if (at < 0 && path.contains("@")) {
            throw refused("an @ in the path is written %40, a / in a user or password %2F");
        }
        return at < 0
                ? located(scheme, authority, path, "", null)
                : withUser(scheme, authority.substring(0, at), authority.substring(at + 1), path);
    }

    private static RemoteSource withUser(String scheme, String userInfo, String server, String path) {
        int colon = userInfo.indexOf(':');
        String user = decoded(colon < 0 ? userInfo : userInfo.substring(0, colon));
        Secret password = colon < 0 ? null : new Secret(decoded(userInfo.substring(colon + 1)));
        return located(scheme, server, path, user, password);
    }

    private static RemoteSource located(
            String scheme, String server, String path, String user, @Nullable Secret password) {
        String directory = checked(decodedPath(path));
        if (scheme.equals("file")) {
            if (!server.isEmpty() && !server.equals("localhost")) {
                throw refused("a file URL has three slashes and no host, as in file:///srv/logs");
            }
            return source(scheme, "", -1, "/" + trimmed(directory), "", null);
        }
        Matcher address = HOST_AND_PORT.matcher(server);
        if (!address.matches()) {
            throw unreadable(scheme);
        }
        int port = address.group(2) == null ? PORTS.getOrDefault(scheme, -1) : Integer.parseInt(address.group(2));
        if (port < 1 || port > 65_535) {
            throw refused("the port of the " + scheme + " URL must be from 1 to 65535");
        }
        String name = user.isEmpty() && scheme.startsWith("ftp") ? "anonymous" : user;
        return source(scheme, host(scheme, address.group(1)), port, directory, name, password);
    }

    private static String host(String scheme, String text) {
        try {
            return HostName.read(text);
        } catch (IllegalArgumentException e) {
            throw unreadable(scheme);
        }
    }

    private static IllegalArgumentException unreadable(String scheme) {
        return refused(
                "host and port of the " + scheme + " URL cannot be read; a / in a password is written %2F, an IPv6"
                        + " address stands in brackets, as in " + scheme + "://[::1]/logs");
    }

    private static RemoteSource source(
            String scheme, String host, int port, String path, String user, @Nullable Secret password) {
        return new RemoteSource(
                new SourceLocation(scheme, host, port, path),
                user,
                password,
                null,
                null,
                null,
                TransferSettings.defaults());
    }

    /** What the path of a location means on the server. */
    static String root(String scheme, String path) {
        if (scheme.equals("sftp")) {
            return path.equals("/~") || path.startsWith("/~/") ? trimmed(path.substring(2)) : path;
        }
        return scheme.equals("file") || path.isEmpty() ? path : path.substring(1);
    }

    private static String checked(String path) {
        String inner = trimmed(path);
        String fault = inner.isEmpty() ? null : RemotePath.fault(inner);
        if (fault != null) {
            throw refused("the path is refused: " + fault);
        }
        boolean absolute = path.startsWith("//");
        if (inner.isEmpty()) {
            return absolute ? "//" : path;
        }
        return (absolute ? "//" : "/") + inner;
    }

    /** Without slashes around; the second leading one says "absolute" and is looked at before. */
    private static String trimmed(String path) {
        int start = path.startsWith("//") ? 2 : path.startsWith("/") ? 1 : 0;
        int end = path.endsWith("/") ? path.length() - 1 : path.length();
        return start < end ? path.substring(start, end) : "";
    }

    private static String decodedPath(String path) {
        if (path.indexOf('?') >= 0 || path.indexOf('#') >= 0) {
            throw refused("a ? in the path is written %3F, a # is written %23");
        }
        return decoded(path);
    }

    private static String decoded(String text) {
        var bytes = new ByteArrayOutputStream();
        byte[] raw = text.getBytes(UTF_8);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '%') {
                bytes.write(raw[i]);
                continue;
            }
            int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                throw refused("after a % stand two hexadecimal digits; a % itself is written %25");
            }
            bytes.write(16 * high + low);
            i += 2;
        }
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused("what the % signs encode is not UTF-8");
        }
    }

    private static IllegalArgumentException refused(String why) {
        return new IllegalArgumentException(why);
    }
}
