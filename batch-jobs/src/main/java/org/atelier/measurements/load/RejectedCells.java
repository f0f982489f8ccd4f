package org.atelier.measurements.load;

import java.io.IOException;
import java.util.List;
import org.atelier.bulk.CopyRows;
import org.atelier.files.Reject;
import org.atelier.files.RejectStore;
import org.atelier.measurements.ledger.MeasurementFacts;
import org.atelier.measurements.point.Channel;
import org.atelier.measurements.point.PointConsumer;

/** The rejected rows and cells of a file. */
public final class RejectedCells {

    private RejectedCells() {}

    /**
     * As rows of the database; whoever gets them closes them.
     *
     * @param id of the file
     * @param facts what is known of it
     * @param refused points that a server did not take
     * @param execution of the run that stores it
     * @throws IOException when its copy cannot be read
     */
    public static CopyRows of(
            long id,
            LandedPoints points,
            MeasurementFacts facts,
            RejectStore rejects,
            long execution,
            List<Reject> refused)
            throws IOException {
        boolean any = facts.invalidTimestamps() + facts.truncatedLines() + facts.invalidValues() > 0;
        return rejects.rows(id, execution, each -> {
            if (any) {
                points.read(
                        Nothing.INSTANCE,
                        (line, offset, column, reason, text) ->
                                each.accept(new Reject(line, offset, reason, text, column)));
            }
            for (Reject reject : refused) {
                each.accept(reject);
            }
        });
    }

    /** Takes no point. */
    private enum Nothing implements PointConsumer {
        INSTANCE;

        @Override
        public void channels(List<Channel> channels) {}

        @Override
        public void point(int channel, long epochSecond, double value) {}
    }
}
