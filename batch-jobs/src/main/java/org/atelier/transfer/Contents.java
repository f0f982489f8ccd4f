package org.atelier.transfer;

import java.io.IOException;
import java.io.InputStream;

/** Where contents are found by their hash; a landing area is one. */
@FunctionalInterface
public interface Contents {

    /**
     * Opens a content.
     *
     * @param sha256 its hash, lower-case hexadecimal
     * @throws IOException when it is missing ({@link LandingMissingException}) or cannot be read
     */
    InputStream open(String sha256) throws IOException;
}
