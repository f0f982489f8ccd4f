package org.atelier.measurements.influx;

import java.io.IOException;

/** Line protocol has no way to write a name. */
final class UnwritableNameException extends IOException {

    private static final long serialVersionUID = 1L;

    UnwritableNameException(String message) {
        super(message);
    }
}
