package org.atelier.measurements;

import java.util.Locale;

/** Texts of files of a box for tests, a bar for each tab. */
final class Box {

    /** Where most tests have their files. */
    static final String FOLDER = "durand/essai/02009001/";

    static final String SERIALS = "02009001|02009001|02009001\n";
    static final String TITLES = "MV_T302_V002|Ph 1 V|Four W\n";
    static final String JSON = "{\"DataTimeSettings\":\"UTC\",\"TimeZoneName\":\"Europe/Paris\",\"FileVersion\":3}";

    private Box() {}

    /** A plain file of a mono master with two channels; each row gets its line feed. */
    static String plain(String... rows) {
        return SERIALS + TITLES + lines(rows);
    }

    /** The same within a header block. */
    static String block(String... rows) {
        return openBlock(rows) + "END_DATA\n";
    }

    /** A header block whose end is missing. */
    static String openBlock(String... rows) {
        return "START_HEADER\n" + JSON + "\nEND_HEADER\nSTART_DATA\n" + SERIALS + TITLES.replace("V002", "V003")
                + lines(rows);
    }

    /** A row of the 10th of March 2026, at so many minutes. */
    static String row(int minute, double first, double second) {
        return String.format(Locale.ROOT, "10/03/26 %02d:%02d:00|%s|%s", minute / 60, minute % 60, first, second);
    }

    private static String lines(String... rows) {
        return rows.length == 0 ? "" : String.join("\n", rows) + "\n";
    }
}
