package org.atelier.measurements.format;

import java.util.ArrayList;
import java.util.List;

/** Texts of files, a bar for each tab. */
final class Tsv {

    static final String TWO = "02009001|02009001|02009001";
    static final String TWO_TITLES = "MV_T302_V002|Ph 1 V|Four W";

    private Tsv() {}

    /** Lines, each with its line feed. */
    static String lines(String... lines) {
        return (String.join("\n", lines) + "\n").replace('|', '\t');
    }

    /** A plain file with a mono master of two columns. */
    static String plain(String... rows) {
        return lines(TWO, TWO_TITLES) + (rows.length == 0 ? "" : lines(rows));
    }

    /** The same behind this header, with END_DATA. */
    static String block(String json, String... rows) {
        List<String> all = new ArrayList<>(List.of("START_HEADER", json, "END_HEADER", "START_DATA", TWO));
        all.add("MV_T302_V003|Ph 1 V|Four W");
        all.addAll(List.of(rows));
        all.add("END_DATA");
        return lines(all.toArray(String[]::new));
    }

    /** A plain file with one row of zeros and these titles, each with its unit, all of the master. */
    static String titled(String... titles) {
        return lines(
                "02009001" + "|02009001".repeat(titles.length),
                "MV_T302_V002|" + String.join("|", titles),
                "10/03/26 10:00:00" + "|0.0".repeat(titles.length));
    }
}
