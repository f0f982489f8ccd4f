package org.atelier.transfer;

import java.io.IOException;
import java.nio.file.Path;

/** A process that lists what each URL names, one line each; the JDK reads a table of hosts but once a process. */
final class ListNamedServers {

    private ListNamedServers() {}

    public static void main(String[] arguments) {
        for (int i = 2; i < arguments.length; i++) {
            RemoteSource source = RemoteSource.parse(arguments[i])
                    .withKnownHosts(Path.of(arguments[0]))
                    .withTrustedCertificates(Path.of(arguments[1]));
            try (RemoteDirectory directory = RemoteDirectories.connect(source)) {
                System.out.println(source.scheme() + " " + source.host() + ": "
                        + directory.list("").stream().map(RemoteEntry::name).toList());
            } catch (IOException e) {
                System.out.println(source.scheme() + " " + source.host() + ": " + e.getMessage());
            }
        }
        System.exit(0);
    }
}
