package org.atelier.transfer;

import java.nio.file.Files;
import java.nio.file.Path;

/** The contents of a landing area, for readers that change nothing: the area itself makes its directory. */
public final class LandedCopies {

    private LandedCopies() {}

    /** Those of a directory, which may be missing. */
    public static Contents in(Path landing) {
        return Files.isDirectory(landing)
                ? new LandingArea(landing)
                : sha256 -> {
                    throw new LandingMissingException("there is no landing area " + landing);
                };
    }
}
