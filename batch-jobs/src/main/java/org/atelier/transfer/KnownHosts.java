package org.atelier.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.jspecify.annotations.Nullable;

/**
 * What a file of accepted host keys says of one server, as OpenSSH reads it: by {@code [host]:port}, where that says
 * nothing of a type of key by the host alone, and then by the address that was reached.
 */
final class KnownHosts {

    /** What is to be thought of a key. */
    sealed interface Verdict {
        /** It is the server's. */
        record Known() implements Verdict {}

        /** It is marked as one that nobody may accept. */
        record Revoked(KnownHost by) implements Verdict {}

        /** The server had another key of this type. */
        record Changed(KnownHost from) implements Verdict {}

        /** The file has no key of this type of the server; it may have others. */
        record Unknown(Set<String> otherTypes) implements Verdict {}
    }

    private final List<KnownHost> lines;
    private final String host;
    private final int port;
    private final boolean missing;

    private KnownHosts(List<KnownHost> lines, String host, int port, boolean missing) {
        this.lines = lines;
        this.host = host;
        this.port = port;
        this.missing = missing;
    }

    /**
     * Reads the file.
     *
     * @throws IOException if it is there and cannot be read; one that is not there knows nobody
     */
    static KnownHosts read(Path file, String host, int port) throws IOException {
        List<KnownHost> lines = new ArrayList<>();
        try {
            int number = 0;
            for (String line : Files.readAllLines(file, ISO_8859_1)) {
                KnownHost known = KnownHost.parse(++number, line);
                if (known != null) {
                    lines.add(known);
                }
            }
        } catch (NoSuchFileException e) {
            return new KnownHosts(List.of(), host, port, true);
        }
        return new KnownHosts(lines, host, port, false);
    }

    /** Whether there is no such file. */
    boolean isMissing() {
        return missing;
    }

    /** Lines on the server by one of its names; by the host alone they may be on another server of that host. */
    private record Stage(List<KnownHost> lines, boolean exact) {}

    private List<Stage> stages(List<InetAddress> addresses) {
        List<Stage> stages = new ArrayList<>();
        stages.add(new Stage(linesOf(host, port), true));
        stages.add(new Stage(linesOf(host, 0), false));
        for (InetAddress address : addresses) {
            stages.add(new Stage(linesOf(address.getHostAddress(), port), true));
            stages.add(new Stage(linesOf(address.getHostAddress(), 0), false));
        }
        return stages;
    }

    private List<KnownHost> linesOf(String name, int ofPort) {
        Set<String> names = HostNames.of(name, ofPort);
        return lines.stream().filter(line -> line.isOf(names)).toList();
    }

    /**
     * Judges the key that a server shows.
     *
     * @param address where it was reached; null where that is no address
     */
    Verdict judge(PublicKey shown, @Nullable InetAddress address) {
        List<Stage> stages = stages(address == null ? List.of() : List.of(address));
        List<KnownHost> all = lines(stages, false);
        PublicKey key = shown instanceof OpenSshCertificate certificate ? certificate.getCertPubKey() : shown;
        PublicKey authority = shown instanceof OpenSshCertificate certificate ? certificate.getCaPubKey() : null;
        for (KnownHost line : all) {
            if (line.marker() == KnownHost.Marker.REVOKED && (isKey(line, key) || isKey(line, authority))) {
                return new Verdict.Revoked(line);
            }
        }
        boolean certified =
                all.stream().anyMatch(line -> line.marker() == KnownHost.Marker.AUTHORITY && isKey(line, authority));
        return certified ? new Verdict.Known() : judge(key, stages);
    }

    private static Verdict judge(PublicKey key, List<Stage> stages) {
        String type = KeyUtils.getKeyType(key);
        for (Stage stage : stages) {
            List<KnownHost> candidates = stage.lines().stream()
                    .filter(line -> line.marker() == KnownHost.Marker.NONE)
                    .filter(line -> line.type().equals(type))
                    .toList();
            if (candidates.stream().anyMatch(line -> isKey(line, key))) {
                return new Verdict.Known();
            }
            if (stage.exact() && !candidates.isEmpty()) {
                return new Verdict.Changed(candidates.get(0));
            }
        }
        return new Verdict.Unknown(types(lines(stages, true)));
    }

    private static List<KnownHost> lines(List<Stage> stages, boolean exactOnly) {
        return stages.stream()
                .filter(stage -> stage.exact() || !exactOnly)
                .flatMap(stage -> stage.lines().stream())
                .toList();
    }

    private static boolean isKey(KnownHost line, @Nullable PublicKey key) {
        return key != null && KeyUtils.compareKeys(line.key(), key);
    }

    private static Set<String> types(List<KnownHost> lines) {
        return lines.stream()
                .filter(line -> line.marker() == KnownHost.Marker.NONE)
                .map(KnownHost::type)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Orders algorithms so that the server is asked first for what can be checked: certificates where the file has an
     * authority for it, then the types of key it has. None is left out: the server may have other keys only, and is
     * then refused with its fingerprint.
     */
    <T> List<T> preferring(List<T> algorithms, Function<T, String> name) {
        List<KnownHost> known = lines(stages(List.of()), false);
        if (known.isEmpty() && HostNames.literal(host) == null) {
            known = lines(stages(resolved()), false);
        }
        boolean authority = known.stream().anyMatch(line -> line.marker() == KnownHost.Marker.AUTHORITY);
        Set<String> types = types(known);
        List<T> ordered = new ArrayList<>(algorithms);
        ordered.sort(Comparator.comparingInt(algorithm -> rank(name.apply(algorithm), authority, types)));
        return ordered;
    }

    private static int rank(String algorithm, boolean authority, Set<String> types) {
        if (algorithm.contains("-cert-v")) {
            return authority ? 0 : 2;
        }
        return types.contains(KeyUtils.getCanonicalKeyType(algorithm)) ? 1 : 2;
    }

    private List<InetAddress> resolved() {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            // Connecting tells it.
            return List.of();
        }
    }
}
