package org.atelier.measurements.tenant;

import java.io.IOException;

/** A path that names no company, campaign and device; the message says which and what to do. */
public final class BadPathException extends IOException {

    private static final long serialVersionUID = 1L;

    BadPathException(String message) {
        super(message);
    }
}
