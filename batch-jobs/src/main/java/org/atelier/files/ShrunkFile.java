package org.atelier.files;

import java.io.IOException;
import org.atelier.transfer.LandedFile;

/**
 * A file that shrank between the listing and the download: its machine writes it again, and what came is no state of
 * it.
 */
public final class ShrunkFile {

    private ShrunkFile() {}

    /**
     * Refuses it.
     *
     * @param listed bytes at the listing
     * @throws IOException when fewer came
     */
    public static void refuse(long listed, LandedFile landed) throws IOException {
        if (landed.size() < listed) {
            throw new IOException("It shrank from " + listed + " to " + landed.size()
                    + " bytes while it was taken; it is believed once it is settled");
        }
    }
}
