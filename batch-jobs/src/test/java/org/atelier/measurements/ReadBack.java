package org.atelier.measurements;

import static org.atelier.measurements.Box.FOLDER;
import static org.atelier.measurements.Box.plain;
import static org.atelier.measurements.Box.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.atelier.measurements.influx.InfluxSettings;
import org.atelier.measurements.influx.InfluxSettings.Dialect;
import org.jspecify.annotations.Nullable;

/** Points for servers that we did not write, and what PostgreSQL has of them. */
final class ReadBack {

    /** What a row of {@link #stored} says before its time and its value. */
    static final List<String> TAGS =
            List.of("campaign", "channel_id", "channel_label", "channel_name", "channel_unit", "device_sn");

    private static final String CAMPAIGN = "l'été, a=b \"c\"";

    /** A backslash before all that separates, a quote that nothing ends, and what else a title may have. */
    private static final List<String> TITLES = List.of(
            "Ph 1 V",
            "a\\b W",
            "x\\ y W",
            "p\\, q W",
            "k\\=v W",
            "two\\\\\\ more W",
            "\\n W",
            "a\"b W",
            "é, =ñ €日🔌 W",
            "#,db=other,campaign=other W",
            "nothing");

    private ReadBack() {}

    static void sendTo(ForeignServer server, Boxes boxes) {
        boxes.influx(new InfluxSettings(server.url(), null, "", Dialect.AUTO, "powerview_meta"));
    }

    /** Runs with files of usual and of odd names. */
    static void load(Boxes boxes) throws Exception {
        boxes.file(FOLDER + "a.tsv", plain(row(0, 230.5, 2), row(10, 231, -0.5)))
                .file("acme/" + CAMPAIGN + "/02009001/a.tsv", plain(row(0, 230.5, -0.5), row(10, 1e-7, 12345678.25)))
                .file("acme/titles/02009001/a.tsv", titled(TITLES))
                .done();
    }

    /** A row of a box of columns with these titles, values from 1.5 on. */
    static String titled(List<String> titles) {
        StringBuilder serials = new StringBuilder("02009001");
        StringBuilder values = new StringBuilder("10/03/26 10:00:00");
        for (int column = 1; column <= titles.size(); column++) {
            serials.append("|02009001");
            values.append('|').append(column).append(".5");
        }
        return serials + "\nMV_T302_V002|" + String.join("|", titles) + "\n" + values + "\n";
    }

    /** What PostgreSQL has: the tags, the time in seconds, the value. */
    static List<String> stored(Boxes boxes) throws Exception {
        return boxes
                .rows("select campagne, channel_id, channel_label, channel_name, channel_unit, appareil,"
                        + " extract(epoch from horodatage)::bigint::text, valeur::text from v_mesure")
                .stream()
                .map(ReadBack::canonical)
                .toList();
    }

    /** The same of another server. */
    static String found(List<@Nullable Object> tags, long epochSecond, @Nullable Object value) {
        List<String> cells = new ArrayList<>();
        tags.forEach(tag -> cells.add(Objects.toString(tag, "")));
        return canonical(String.join("|", cells) + "|" + epochSecond + "|" + value);
    }

    /** A row whose last column is a number, whoever wrote it. */
    private static String canonical(String row) {
        int bar = row.lastIndexOf('|') + 1;
        return row.substring(0, bar) + Double.parseDouble(row.substring(bar));
    }
}
