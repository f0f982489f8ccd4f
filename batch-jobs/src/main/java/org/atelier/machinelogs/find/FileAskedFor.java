package org.atelier.machinelogs.find;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.atelier.run.NotFoundException;
import org.jspecify.annotations.Nullable;

/** The one file that a run was asked for, by its name or by {@code directory/name}. */
public final class FileAskedFor {

    private static final int SHOWN = 6;

    private FileAskedFor() {}

    /** Whether a file is the one that was asked for; every file is when none was. */
    static boolean is(@Nullable String asked, FoundFile file) {
        return asked == null || asked.equals(file.name()) || asked.equals(file.path());
    }

    /**
     * Checks that it is there.
     *
     * @param asked null when none was asked for
     * @throws NotFoundException when no source has such a file; the message names those next to it in the alphabet,
     *     which are the days before and after
     */
    public static void check(Found found, @Nullable String asked) {
        List<FoundFile> files = found.centres().stream()
                .flatMap(listing -> listing.files().stream())
                .toList();
        if (asked != null && files.stream().noneMatch(file -> is(asked, file))) {
            throw new NotFoundException(
                    "no log file is named " + asked + "; nothing was done. " + nearest(asked, files));
        }
    }

    private static String nearest(String asked, List<FoundFile> files) {
        if (files.isEmpty()) {
            return "The sources have no log file at all";
        }
        boolean byPath = asked.contains("/");
        NavigableMap<String, List<String>> paths = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        files.forEach(file -> paths.computeIfAbsent(byPath ? file.path() : file.name(), name -> new ArrayList<>())
                .add(file.path()));
        List<String> near = new ArrayList<>();
        near.addAll(shown(paths.headMap(asked, true).descendingMap()));
        near.addAll(shown(paths.tailMap(asked, false)));
        return "The nearest of " + files.size() + ": " + String.join(", ", near);
    }

    private static List<String> shown(NavigableMap<String, List<String>> paths) {
        return paths.isEmpty()
                ? List.of()
                : paths.firstEntry().getValue().stream().limit(SHOWN / 2).toList();
    }
}
