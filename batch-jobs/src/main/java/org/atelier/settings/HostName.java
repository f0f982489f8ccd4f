package org.atelier.settings;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The names and addresses of machines as people and their networks have them. {@link java.net.URI} refuses many that
 * every resolver knows: {@code ftp_server}, {@code nas.1}, {@code srv~1}, {@code fe80::1%eth0}. Here they are taken as
 * they are; nothing is looked up.
 */
public final class HostName {

    private static final String IN_URL = "(\\[[^\\[\\]/?@]*\\]|[^\\[\\]:,/?@\\s]*)(:\\d{1,5})?";

    /**
     * Servers with their ports. In front of a port that is none stands what was meant as a user, behind it a password.
     */
    public static final String IN_URLS = IN_URL + "(," + IN_URL + ")*";

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._~-]+");
    private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9._~-]+");

    private HostName() {}

    /**
     * Reads a name, an IPv4 address or an IPv6 address, this one with or without brackets and with or without a zone
     * ({@code fe80::1%eth0}, in URLs also {@code fe80::1%25eth0}).
     *
     * @return in lower case but for the zone; an IPv6 address without brackets; a name with letters beyond ASCII as its
     *     IDNA form
     * @throws IllegalArgumentException when it is none; the message does not repeat it, for it may be a part of a
     *     password
     */
    public static String read(String text) {
        boolean bracketed = text.startsWith("[") && text.endsWith("]") && text.length() > 2;
        String host = bracketed ? text.substring(1, text.length() - 1) : text;
        if (bracketed || isAddress(host)) {
            return address(host);
        }
        if (!NAME.matcher(host).matches()) {
            throw new IllegalArgumentException("no name or address of a machine");
        }
        return host.chars().allMatch(c -> c < 0x80) ? host.toLowerCase(Locale.ROOT) : IDN.toASCII(host);
    }

    /**
     * A name or address as it stands in a URL: an IPv6 address in brackets, everything else as it is.
     *
     * @param host such as {@code ::1}, or already {@code [::1]}
     */
    public static String inUrl(String host) {
        return isAddress(host) ? "[" + host + "]" : host;
    }

    /** A name has no colon, and beside a port it has one. */
    private static boolean isAddress(String host) {
        return host.indexOf(':') != host.lastIndexOf(':')
                && host.chars().noneMatch(c -> c == '[' || c == '/' || c == '@' || c == ',');
    }

    private static String address(String host) {
        int percent = host.indexOf('%');
        String bare = percent < 0 ? host : host.substring(0, percent);
        String zone = percent < 0 ? "" : zone(host.substring(percent + 1));
        try {
            // With a colon in it, it is read as an address and never looked up.
            if (bare.indexOf(':') >= 0 && InetAddress.getByName(bare) != null) {
                return bare.toLowerCase(Locale.ROOT) + zone;
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no IPv6 address", e);
        }
        throw new IllegalArgumentException("no IPv6 address");
    }

    private static String zone(String text) {
        String name = text.startsWith("25") && text.length() > 2 ? text.substring(2) : text;
        if (!ZONE.matcher(name).matches()) {
            throw new IllegalArgumentException("no zone of an IPv6 address");
        }
        return "%" + name;
    }
}
