package org.atelier.transfer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a source lists of a directory.
 *
 * @param entries its entries, each name once; a name that the source lists more than once has a fault
 * @param shortfall why there may be more than these, for people, without a secret; null when these are all
 */
public record RemoteListing(
        List<RemoteEntry> entries, @Nullable String shortfall) {

    /** Folds names that occur more than once. */
    public RemoteListing {
        entries = foldRepeated(entries);
    }

    private static List<RemoteEntry> foldRepeated(List<RemoteEntry> entries) {
        Map<String, RemoteEntry> byName = new LinkedHashMap<>();
        for (RemoteEntry entry : entries) {
            byName.merge(entry.name(), entry, RemoteListing::ambiguous);
        }
        return List.copyOf(byName.values());
    }

    /** Nobody can tell which of them a question of this name is answered for. */
    private static RemoteEntry ambiguous(RemoteEntry first, RemoteEntry again) {
        RemoteEntry.Kind kind = first.kind() == again.kind() ? first.kind() : RemoteEntry.Kind.OTHER;
        return new RemoteEntry(
                first.name(),
                kind,
                -1,
                null,
                "the name is listed more than once, so nobody can tell which file it means: rename all but one");
    }

    /** The same with lines that could not be read beside the entries. */
    static RemoteListing of(List<RemoteEntry> entries, List<String> unread, @Nullable String shortfall) {
        if (unread.isEmpty()) {
            return new RemoteListing(entries, shortfall);
        }
        var why = new ArrayList<String>();
        if (shortfall != null) {
            why.add(shortfall);
        }
        why.add(unread.size() + (unread.size() == 1 ? " line" : " lines")
                + " of the server's listing cannot be read, the first of them: "
                + RemotePath.shown(RemoteNames.shown(unread.get(0))));
        return new RemoteListing(entries, String.join("; ", why));
    }

    /**
     * The entries of a listing that is whole.
     *
     * @throws IOException if there may be more; the message says why
     */
    public List<RemoteEntry> whole() throws IOException {
        if (shortfall != null) {
            throw new IOException(shortfall);
        }
        return entries;
    }
}
