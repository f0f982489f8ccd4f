package org.atelier.measurements.find;

import java.util.List;
import org.atelier.run.NotFoundException;

/** Says that a file that was asked for by name does not wait, and which do. */
public final class NoSuchFile {

    private static final int SHOWN = 5;

    private NoSuchFile() {}

    /**
     * Says it.
     *
     * @param asked the name or path that was asked for
     * @param waiting the paths of all files that wait
     */
    public static NotFoundException of(String asked, List<String> waiting) {
        List<String> some = waiting.stream().sorted().limit(SHOWN).toList();
        String others = waiting.isEmpty()
                ? "No file waits"
                : "Those that wait: " + String.join(", ", some)
                        + (waiting.size() > SHOWN ? " and " + (waiting.size() - SHOWN) + " more" : "");
        return new NotFoundException("no measurement file is named " + asked + "; nothing was done. " + others);
    }
}
