package org.atelier.transfer;

import java.io.IOException;
import java.util.ServiceLoader;
import java.util.TreeSet;

/** Connects to sources of every known kind. Thread-safe. */
public final class RemoteDirectories {
    private RemoteDirectories() {}

    /**
     * Connects to a source and logs in.
     *
     * @param source where
     * @return the connected tree; close it
     * @throws LoginRefusedException if the server refuses the user
     * @throws UnreachableException if the server does not answer
     * @throws IOException if the connection cannot be set up
     * @throws IllegalArgumentException if no factory knows the scheme
     */
    public static RemoteDirectory connect(RemoteSource source) throws IOException {
        var known = new TreeSet<String>();
        for (RemoteDirectoryFactory factory :
                ServiceLoader.load(RemoteDirectoryFactory.class, RemoteDirectoryFactory.class.getClassLoader())) {
            if (factory.scheme().equals(source.scheme())) {
                return factory.connect(source);
            }
            known.add(factory.scheme());
        }
        throw new IllegalArgumentException("no connection for " + source.label() + "; known kinds: " + known);
    }
}
