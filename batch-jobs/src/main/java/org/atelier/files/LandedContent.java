package org.atelier.files;

import java.io.IOException;
import java.io.InputStream;
import org.atelier.transfer.Contents;
import org.atelier.transfer.LandingMissingException;

/** Opens the landing copies of files, and says whose copy is missing and what to do. */
public final class LandedContent {

    private LandedContent() {}

    /**
     * Opens a content.
     *
     * @param path {@code directory/file} of the file, for people
     * @throws LandingMissingException when it is not there; the message begins with {@code LANDING_MISSING}
     * @throws IOException when it is damaged
     */
    public static InputStream open(Contents landing, String path, String sha256) throws IOException {
        try {
            return landing.open(sha256);
        } catch (LandingMissingException e) {
            LandingMissingException named = new LandingMissingException("LANDING_MISSING: the copy of " + path
                    + " that was loaded is gone (" + e.getMessage()
                    + "). Restore it, or take the file again with --file "
                    + path.substring(path.lastIndexOf('/') + 1));
            named.initCause(e);
            throw named;
        }
    }
}
