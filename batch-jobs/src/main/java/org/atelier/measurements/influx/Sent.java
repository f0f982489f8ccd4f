package org.atelier.measurements.influx;

import java.util.List;
import org.atelier.files.Reject;
import org.jspecify.annotations.Nullable;

/**
 * What a server has of a file.
 *
 * @param refused points that it does not take
 * @param stored how many points it has in the range of the file, for its box and campaign; null where it was not asked
 */
public record Sent(List<Reject> refused, @Nullable Long stored) {

    /** Of a file that is sent nowhere. */
    public static final Sent NOWHERE = new Sent(List.of(), null);

    /** Copies the list. */
    public Sent {
        refused = List.copyOf(refused);
    }
}
