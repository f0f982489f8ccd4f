package org.atelier.measurements.sink;

import java.io.IOException;
import java.util.List;
import org.atelier.measurements.point.Channel;
import org.atelier.measurements.point.PointConsumer;

/** Stores nothing: for points that were sent elsewhere. Thread-safe. */
public final class CountPoints implements MeasurementSink {

    @Override
    public Stored write(FilePoints file) throws IOException {
        Count count = new Count();
        file.forEach(count);
        return new Stored(count.points, count.points);
    }

    private static final class Count implements PointConsumer {

        private long points;

        @Override
        public void channels(List<Channel> channels) {
            // Only their points count.
        }

        @Override
        public void point(int channel, long epochSecond, double value) {
            points++;
        }
    }
}
