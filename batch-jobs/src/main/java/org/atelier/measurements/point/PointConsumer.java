package org.atelier.measurements.point;

import java.io.IOException;
import java.util.List;

/** Takes the points of one file in its order: first the channels, once, then each point. */
public interface PointConsumer {

    /** The channels of the file; a point names its own by the index in this list. */
    void channels(List<Channel> channels) throws IOException;

    /**
     * One point.
     *
     * @param channel index in the list of channels, from 0
     * @param epochSecond its time
     * @param value a finite number
     */
    void point(int channel, long epochSecond, double value) throws IOException;
}
