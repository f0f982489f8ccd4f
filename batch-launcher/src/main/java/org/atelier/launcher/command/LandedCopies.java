package org.atelier.launcher.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.atelier.transfer.Contents;
import org.atelier.transfer.LandingArea;
import org.atelier.transfer.LandingMissingException;

/** The contents of a landing area, for commands that change nothing: the area itself makes its directory. */
final class LandedCopies {

    private LandedCopies() {}

    static Contents in(Path landing) {
        return Files.isDirectory(landing)
                ? new LandingArea(landing)
                : sha256 -> {
                    throw new LandingMissingException("there is no landing area " + landing);
                };
    }
}
