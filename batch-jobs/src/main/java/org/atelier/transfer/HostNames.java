package org.atelier.transfer;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How {@code known_hosts} may spell a server: {@code host} on port 22, else {@code [host]:port}. An address has several
 * spellings and is one all the same: {@code ::1} is {@code 0:0:0:0:0:0:0:1}.
 */
final class HostNames {
    static final int DEFAULT_PORT = 22;

    private static final Pattern IPV4 = Pattern.compile("(\\.?(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?=\\.|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("(?=[0-9a-f.]*:)[0-9a-f:][0-9a-f:.]*");
    private static final Pattern LONGEST_ZEROES = Pattern.compile("(?:^|:)0(?::0)+(?::|$)");

    private HostNames() {}

    /** All spellings of a server; the port is 0 where it is not to be looked at. */
    static Set<String> of(String host, int port) {
        String name = host.toLowerCase(Locale.ROOT);
        var names = new LinkedHashSet<String>();
        for (String spelling : spellings(name)) {
            if (port == 0 || port == DEFAULT_PORT) {
                names.add(spelling);
            }
            if (port != 0) {
                names.add("[" + spelling + "]:" + port);
            }
        }
        return names;
    }

    private static Set<String> spellings(String name) {
        var spellings = new LinkedHashSet<String>();
        spellings.add(name);
        InetAddress address = literal(name);
        if (address != null) {
            spellings.add(shortest(address));
            spellings.add(address.getHostAddress());
        }
        return spellings;
    }

    /** A name of {@code known_hosts}, an address in it in its shortest spelling. */
    static String canonical(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int end = lower.lastIndexOf(']');
        if (lower.startsWith("[") && end > 0) {
            String inner = shortest(lower.substring(1, end));
            return end == lower.length() - 1 ? inner : "[" + inner + "]" + lower.substring(end + 1);
        }
        return shortest(lower);
    }

    private static String shortest(String name) {
        InetAddress address = literal(name);
        return address == null ? name : shortest(address);
    }

    private static String shortest(InetAddress address) {
        String full = address.getHostAddress();
        if (full.indexOf(':') < 0) {
            return full;
        }
        String longest = LONGEST_ZEROES
                .matcher(full)
                .results()
                .map(zeroes -> zeroes.group())
                .reduce("", (one, other) -> other.length() > one.length() ? other : one);
        return longest.isEmpty() ? full : full.replaceFirst(Pattern.quote(longest), "::");
    }

    /** The address that a text is; null for a name, which is not looked up. */
    static @Nullable InetAddress literal(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
