package org.atelier.machinelogs.afterload;

import java.util.List;
import java.util.Optional;
import org.atelier.machinelogs.centre.CentreDirectories;
import org.atelier.machinelogs.centre.DirectoryReading;
import org.atelier.transfer.RemoteSource;

/** Holds the rule that the archive lies outside of what is scanned for log files. Pure. */
public final class ArchiveDirectory {

    private ArchiveDirectory() {}

    /**
     * Checks an archive directory.
     *
     * @param directory as configured, without a slash at its end: relative to a source's root, or absolute
     * @param centres which directories are scanned
     * @return what is wrong with it; empty when nothing is
     */
    public static Optional<String> problem(String directory, List<RemoteSource> sources, CentreDirectories centres) {
        String inner = directory.startsWith("/") ? directory.substring(1) : directory;
        for (String name : inner.split("/", -1)) {
            if (name.isEmpty()
                    || name.equals(".")
                    || name.equals("..")
                    || name.chars().anyMatch(Character::isISOControl)) {
                return Optional.of("the archive directory is no plain path");
            }
            if (centres.read(name) instanceof DirectoryReading.Centre) {
                return Optional.of("the archive directory lies in what is scanned: '" + name
                        + "' is the directory of a machining centre");
            }
        }
        boolean scanned = sources.stream()
                .anyMatch(source -> sources.stream()
                        .anyMatch(other ->
                                sameServer(source, other) && other.root().equals(onServer(directory, source))));
        return scanned ? Optional.of("the archive directory is scanned: it is the root of a source") : Optional.empty();
    }

    /** The directory of a source's root that the archive is in: it is no centre, and nothing to be told about. */
    public static Optional<String> nameInRoot(String directory, RemoteSource source) {
        String root = source.root().endsWith("/") ? source.root() : source.root() + "/";
        if (!directory.startsWith("/")) {
            return Optional.of(firstName(directory));
        }
        return root.startsWith("/") && directory.startsWith(root)
                ? Optional.of(firstName(directory.substring(root.length())))
                : Optional.empty();
    }

    private static String firstName(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    private static String onServer(String directory, RemoteSource source) {
        if (directory.startsWith("/") || source.root().isEmpty()) {
            return directory;
        }
        return source.root() + "/" + directory;
    }

    private static boolean sameServer(RemoteSource one, RemoteSource other) {
        return one.host().equals(other.host()) && one.port() == other.port();
    }
}
