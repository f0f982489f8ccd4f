package org.atelier.measurements.format;

import com.google.auto.service.AutoService;
import java.io.IOException;

/** Serials, titles, rows, and nothing else. Stamps are UTC, or of the zone that the rules name. */
@AutoService(TsvFormat.class)
public final class PlainFormat implements TsvFormat {

    @Override
    public String structure() {
        return "plain";
    }

    @Override
    public int order() {
        return Integer.MAX_VALUE;
    }

    @Override
    public boolean recognises(String firstLine) {
        return true;
    }

    @Override
    public void read(TsvLines lines, TsvTable table) throws IOException {
        table.stampsInZone();
        table.serials(lines);
        if (lines.next()) {
            table.titles(lines);
        } else {
            table.noTitles();
        }
        while (lines.next()) {
            table.row(lines);
        }
    }
}
