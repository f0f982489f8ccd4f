package org.atelier.measurements.point;

import java.io.IOException;
import java.util.List;

/**
 * Takes what a file holds, in file order: of points with the same channel and time the last one counts. When the
 * reading ends with an exception, what was taken is to be thrown away.
 */
public interface PointConsumer {

    /** Told once, before any point. */
    void channels(List<Channel> channels) throws IOException;

    /**
     * Told before the points of a row; who does not care for places need not listen.
     *
     * @param line number of the row's line in the file, from 1
     * @param byteOffset where it begins, from 0
     */
    default void row(long line, long byteOffset) {}

    /**
     * Takes one value.
     *
     * @param channel index in the list of channels, from 0
     * @param epochSecond seconds since 1970-01-01T00:00:00Z
     * @param value finite
     */
    void point(int channel, long epochSecond, double value) throws IOException;
}
