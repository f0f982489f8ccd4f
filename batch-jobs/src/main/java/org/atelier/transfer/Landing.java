package org.atelier.transfer;

import java.io.IOException;
import java.io.InputStream;

/** A file that is in the {@link LandingArea}, and still as it came. Not thread-safe. */
public final class Landing implements AutoCloseable {

    private final PartFile part;
    private final LandedFile file;

    Landing(PartFile part, LandedFile file) {
        this.part = part;
        this.file = file;
    }

    /** What was taken. */
    public LandedFile file() {
        return file;
    }

    /**
     * Gives its bytes from the start; ends when this is closed.
     *
     * @throws IOException if our disk fails
     */
    public InputStream content() throws IOException {
        return part.content();
    }

    /** Lets go of what came; the landing area has it. */
    @Override
    public void close() throws IOException {
        part.close();
    }
}
