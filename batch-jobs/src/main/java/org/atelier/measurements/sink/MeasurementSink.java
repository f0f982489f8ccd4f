package org.atelier.measurements.sink;

import java.io.IOException;
import java.sql.SQLException;

/** Stores the points of one file. One method; implementations never parse, and may be called by several threads. */
@FunctionalInterface
public interface MeasurementSink {

    /**
     * Stores all points of the file or, when it throws, none that stay after the caller's roll-back. The same file
     * again changes nothing.
     *
     * @throws IOException when the file cannot be read, or the sink cannot be reached
     * @throws SQLException when the database refuses
     */
    Stored write(FilePoints file) throws IOException, SQLException;
}
