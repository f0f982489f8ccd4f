package org.atelier.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/**
 * The contract against a server that runs already. Not among the tests of a build:
 * {@code test-fixtures/scripts/real-servers} starts servers, names one in system properties and selects this class.
 *
 * <p>{@code atelier.transfer.server}: such as {@code ftp://127.0.0.1:2121}, where the contract's user logs in;
 * {@code atelier.transfer.served}: the empty directory of this machine that is the user's home and root there;
 * {@code atelier.transfer.certificates}, {@code atelier.transfer.known-hosts}: what to trust;
 * {@code atelier.transfer.hidden=false}: the server lists no name that begins with a dot;
 * {@code atelier.transfer.links=false}: it leaves out a link that leads nowhere.
 */
class GivenServerCheck extends ServerContract {

    @Override
    Path served(Path temporary) throws IOException {
        Path given = Path.of(property("served"));
        try (Stream<Path> content = Files.list(given)) {
            assertThat(content)
                    .as("the directory of the server is emptied after each test")
                    .isEmpty();
        }
        return given;
    }

    @Override
    RemoteSource serve(Path directory) {
        String[] server = property("server").split("://", 2);
        String[] address = server[1].split(":", 2);
        var source = RemoteSource.parse(url(server[0], Integer.parseInt(address[1])));
        source = source.withKnownHosts(Path.of(System.getProperty("atelier.transfer.known-hosts", "none")));
        String certificates = System.getProperty("atelier.transfer.certificates");
        return certificates == null ? source : source.withTrustedCertificates(Path.of(certificates));
    }

    @Override
    boolean showsHidden() {
        return !System.getProperty("atelier.transfer.hidden", "true").equals("false");
    }

    @Override
    boolean knowsLinks() {
        return !System.getProperty("atelier.transfer.links", "true").equals("false");
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty("atelier.transfer." + name), name);
    }

    @AfterEach
    void empty() throws IOException {
        try (Stream<Path> tree = Files.walk(served)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(served)) {
                    Files.delete(path);
                }
            }
        }
    }
}
