package org.atelier.measurements.audit;

import java.util.List;

/**
 * What lies in a folder of measurement files.
 *
 * @param files how many were looked at
 * @param formats by structure and marker
 * @param boxes by serial of the master
 * @param producers files that would produce the field that was asked for
 * @param refused files that cannot be read
 */
public record Audit(
        long files, List<Format> formats, List<Box> boxes, List<Producer> producers, List<Refused> refused) {

    /** Copies the lists. */
    public Audit {
        formats = List.copyOf(formats);
        boxes = List.copyOf(boxes);
        producers = List.copyOf(producers);
        refused = List.copyOf(refused);
    }

    /**
     * A format.
     *
     * @param structure plain, or header-block
     * @param marker such as {@code MV_T302_V002}
     * @param files how many have it
     */
    public record Format(String structure, String marker, long files) {}

    /**
     * A measuring box.
     *
     * @param serial of its master
     * @param subtypes {@code mono}, {@code tri}; both when it changed
     * @param highest number of the highest channel {@code Ch} of the master; 0 without any
     * @param slaves how many slave devices it has
     * @param files how many are of it
     */
    public record Box(String serial, List<String> subtypes, int highest, int slaves, long files) {

        /** Copies the list. */
        public Box {
            subtypes = List.copyOf(subtypes);
        }
    }

    /**
     * A file that holds the field.
     *
     * @param path below the folder
     * @param column behind the stamp, from 1
     * @param title of the column
     * @param points how many values it has
     */
    public record Producer(String path, int column, String title, long points) {}

    /**
     * A file that cannot be read.
     *
     * @param path below the folder
     * @param reason for people
     */
    public record Refused(String path, String reason) {}
}
