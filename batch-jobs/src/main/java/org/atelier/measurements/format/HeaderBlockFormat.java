package org.atelier.measurements.format;

import com.google.auto.service.AutoService;
import java.io.IOException;
import org.atelier.measurements.format.BadMeasurementFileException.Code;

/**
 * A block of JSON, then the table between {@code START_DATA} and {@code END_DATA}. Stamps are UTC, whatever the JSON
 * says.
 */
@AutoService(TsvFormat.class)
public final class HeaderBlockFormat implements TsvFormat {

    static final String START_HEADER = "START_HEADER";
    static final String END_HEADER = "END_HEADER";
    static final String START_DATA = "START_DATA";
    static final String END_DATA = "END_DATA";

    @Override
    public String structure() {
        return "header-block";
    }

    @Override
    public boolean recognises(String firstLine) {
        return firstLine.equals(START_HEADER);
    }

    @Override
    public void read(TsvLines lines, TsvTable table) throws IOException {
        header(lines, table);
        table.serials(dataLine(lines));
        table.titles(dataLine(lines));
        while (lines.next()) {
            if (lines.is(END_DATA)) {
                end(lines, table);
                return;
            }
            table.row(lines);
        }
        table.warn(END_DATA + " is missing: the file was cut, or is still being written.");
    }

    /** Goes to START_DATA. */
    private static void header(TsvLines lines, TsvTable table) throws IOException {
        HeaderText json = new HeaderText();
        boolean inHeader = true;
        while (lines.next()) {
            if (lines.is(START_DATA)) {
                table.header(json);
                return;
            }
            inHeader = inHeader && !lines.is(END_HEADER);
            if (inHeader) {
                json.add(lines);
            }
        }
        throw noData(START_DATA + " is missing.");
    }

    private static TsvLines dataLine(TsvLines lines) throws IOException {
        if (!lines.next() || lines.is(END_DATA)) {
            throw noData("There are no serials and titles behind " + START_DATA + ".");
        }
        return lines;
    }

    private static void end(TsvLines lines, TsvTable table) throws IOException {
        table.endMarker();
        long behind = 0;
        while (lines.next()) {
            behind++;
        }
        if (behind > 0) {
            table.warn("Lines behind " + END_DATA + " are ignored: " + behind + ".");
        }
    }

    private static BadMeasurementFileException noData(String message) {
        return new BadMeasurementFileException(Code.NO_DATA_BLOCK, message);
    }
}
