package org.atelier.measurements.format;

import com.google.auto.service.AutoService;
import java.io.IOException;

/**
 * Notes of whoever exported the file, each behind a hash, then the table. Stamps are of the zone that the rules name.
 */
@AutoService(TsvFormat.class)
public final class NotedFormat implements TsvFormat {

    @Override
    public String structure() {
        return "noted";
    }

    @Override
    public boolean recognises(String firstLine) {
        return firstLine.startsWith("# export");
    }

    @Override
    public void read(TsvLines lines, TsvTable table) throws IOException {
        boolean more = true;
        while (more && lines.text().startsWith("#")) {
            more = lines.next();
        }
        table.stampsInZone();
        table.serials(lines);
        if (lines.next()) {
            table.titles(lines);
        }
        while (lines.next() && !lines.is("# end")) {
            table.row(lines);
        }
        table.warn("The notes of the export are not kept.");
    }
}
