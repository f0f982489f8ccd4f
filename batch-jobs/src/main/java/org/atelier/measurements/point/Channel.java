package org.atelier.measurements.point;

import org.jspecify.annotations.Nullable;

/**
 * A column of a file: what one clamp or one phase of a measuring box measures.
 *
 * @param column position behind the stamp, from 1
 * @param masterSerial serial of the master, as text: leading zeros count
 * @param serial serial of the device that the column belongs to; the master's on its own channels
 * @param subtype {@code tri} or {@code mono} on channels of the master, null on those of slaves
 * @param label {@code U1}, {@code Ch2}: by the column's rank among those of its device
 * @param name title without unit, may be empty
 * @param unit {@code V}, {@code W}; empty when the title has none
 */
public record Channel(
        int column,
        String masterSerial,
        String serial,
        @Nullable String subtype,
        String label,
        String name,
        String unit) {

    /** What the channel is called, unique in a file: {@code M02001171_U1}, {@code M02001171_S04000466_Ch1}. */
    public String id() {
        return isMaster() ? "M" + masterSerial + "_" + label : "M" + masterSerial + "_S" + serial + "_" + label;
    }

    /** The field that its values are stored in: id, underscore, unit (which may be empty). */
    public String field() {
        return id() + "_" + unit;
    }

    /** Either {@code master} or {@code slave}. */
    public String deviceType() {
        return isMaster() ? "master" : "slave";
    }

    private boolean isMaster() {
        return serial.equals(masterSerial);
    }
}
