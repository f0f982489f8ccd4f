package org.atelier.api.security;

import io.github.bucket4j.TimeMeter;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Five failed logins of a user from an address, and twenty from an address, in a quarter of an hour. A pair and not a
 * user, so that nobody can lock another one out. A try is taken before the password is looked at: many at once get no
 * more of them. Safe for use by several threads.
 */
final class LoginLimits {

    static final int A_PAIR = 5;
    static final int AN_ADDRESS = 20;
    static final Duration PERIOD = Duration.ofMinutes(15);
    private static final int NETWORK_BYTES = 8;

    private final Throttle pairs;
    private final Throttle addresses;

    LoginLimits(TimeMeter time) {
        pairs = new Throttle(A_PAIR, PERIOD, time);
        addresses = new Throttle(AN_ADDRESS, PERIOD, time);
    }

    /** Takes a try; how long to wait when there is none left, else zero. */
    Duration take(String username, String address) {
        String network = network(address);
        Duration ofPair = pairs.take(pair(username, network));
        if (!ofPair.isZero()) {
            return ofPair;
        }
        return addresses.take(network);
    }

    /** It was the right password. */
    void succeeded(String username, String address) {
        String network = network(address);
        pairs.forget(pair(username, network));
        addresses.giveBack(network);
    }

    private static String pair(String username, String network) {
        return network + " " + username.toLowerCase(Locale.ROOT);
    }

    /** Whoever has one address of IPv6 has a network of them. */
    private static String network(String address) {
        try {
            if (address.indexOf(':') >= 0 && InetAddress.getByName(address) instanceof Inet6Address six) {
                return HexFormat.of().formatHex(six.getAddress(), 0, NETWORK_BYTES);
            }
        } catch (UnknownHostException e) {
            return address;
        }
        return address;
    }
}
