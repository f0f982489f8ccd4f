package org.atelier.measurements.sink;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.atelier.measurements.point.PointConsumer;

/** The points of one file, as a sink sees them. */
public interface FilePoints {

    /** The company; a name that was checked. */
    String bucket();

    /** The campaign; a name that was checked. */
    String campaign();

    /** The oldest valid stamp. */
    Instant first();

    /** The newest valid stamp. */
    Instant last();

    /** The days (UTC) that have a valid stamp. */
    List<LocalDate> days();

    /**
     * Gives all points in the order of the file; may be called more than once.
     *
     * @throws IOException when the file cannot be read, or the consumer throws it
     */
    void forEach(PointConsumer points) throws IOException;
}
