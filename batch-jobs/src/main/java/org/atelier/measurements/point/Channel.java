package org.atelier.measurements.point;

import org.jspecify.annotations.Nullable;

/**
 * A column of a file: one clamp or phase of a measuring box. Immutable.
 *
 * @param column its place after the stamp, from 1
 * @param masterSerial serial of the box, as its file says it; a text of digits, leading zeros kept
 * @param serial serial of the device that measures: the box itself or one of its slaves
 * @param subtype {@code mono} or {@code tri} for a channel of the master, null for one of a slave
 * @param label {@code U1}, {@code Ch1}: by its rank among the columns of its device
 * @param name the title without its unit
 * @param unit such as {@code V} or {@code W}; may be empty
 */
public record Channel(
        int column,
        String masterSerial,
        String serial,
        @Nullable String subtype,
        String label,
        String name,
        String unit) {

    /** The channel's id, such as {@code M02001171_S04000466_Ch1}. */
    public String id() {
        return serial.equals(masterSerial)
                ? "M" + masterSerial + "_" + label
                : "M" + masterSerial + "_S" + serial + "_" + label;
    }

    /** The name of its field: id and unit. */
    public String field() {
        return id() + "_" + unit;
    }

    /** {@code master} or {@code slave}. */
    public String deviceType() {
        return serial.equals(masterSerial) ? "master" : "slave";
    }
}
