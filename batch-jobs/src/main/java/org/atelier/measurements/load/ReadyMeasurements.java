package org.atelier.measurements.load;

import java.io.Closeable;
import java.io.IOException;
import org.atelier.bulk.CopyRows;
import org.atelier.files.PlannedFile;
import org.atelier.measurements.ledger.MeasurementVersion;
import org.jspecify.annotations.Nullable;

/**
 * A fetched file with all that is needed to store it. Whoever stores it closes it.
 *
 * @param file the file
 * @param points its points; null for a file that is refused, left, or cannot be read
 * @param rejects its rejected rows and cells; null when it has none
 * @param unreadable why its landing copy cannot be read; null when it can
 * @param deferred why it waits for a later run, for a server is gone; null when it does not
 * @param inInflux points that InfluxDB has in the range of the file; null where it was not asked
 */
public record ReadyMeasurements(
        PlannedFile<MeasurementVersion> file,
        @Nullable LandedPoints points,
        @Nullable CopyRows rejects,
        @Nullable String unreadable,
        @Nullable String deferred,
        @Nullable Long inInflux)
        implements Closeable {

    @Override
    public void close() throws IOException {
        if (rejects != null) {
            rejects.close();
        }
    }
}
