package org.atelier.measurements.influx;

/** The server takes the request for wrong: to send it again would be in vain. */
public final class InfluxRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;

    InfluxRefusedException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
