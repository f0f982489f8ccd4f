package org.atelier.measurements.format;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.atelier.measurements.format.BadMeasurementFileException.Code;
import org.atelier.measurements.point.Channel;
import org.atelier.measurements.point.PointConsumer;
import org.atelier.measurements.point.ReadingRules;
import org.atelier.measurements.point.ReadingRules.LastLine;
import org.jspecify.annotations.Nullable;

/**
 * The table of a file: takes serials, titles and rows from a {@link TsvFormat}, in this order, hands the points on and
 * counts. One object serves one file and one thread.
 */
public final class TsvTable {

    private final ReadingRules rules;
    private final PointConsumer points;
    private final RejectConsumer rejects;
    private final Warnings warnings = new Warnings();
    private final StampRange stamps = new StampRange();

    private @Nullable WallClock clock;
    private @Nullable HeaderJson header;
    private boolean endMarker;
    private String serials = "";
    private String marker = "";
    private @Nullable RowCells cells;
    private StampReader stampReader = new StampReader(null);

    private long rows;
    private long invalidTimestamps;
    private long truncatedLines;

    TsvTable(ReadingRules rules, PointConsumer points, RejectConsumer rejects) {
        this.rules = rules;
        this.points = points;
        this.rejects = rejects;
    }

    /** Says that stamps of this structure are of the zone that the rules name; else they are UTC. */
    public void stampsInZone() {
        ZoneId zone = rules.zone();
        clock = zone == null ? null : new WallClock(zone);
    }

    /** Takes the text of a header block; when it is no JSON object people are warned, and there is none. */
    void header(HeaderText text) {
        header = text.json();
        if (header == null) {
            warn("The header is not one valid JSON object; it is ignored.");
        }
    }

    /** Notes that the end of the data is marked, and there. */
    public void endMarker() {
        endMarker = true;
    }

    /** Adds what people should know of this file. */
    public void warn(String warning) {
        warnings.add(warning);
    }

    /** Takes the line of the serials. */
    public void serials(TsvLines line) throws IOException {
        serials = headerText(line);
    }

    /**
     * Takes the line of the titles, and tells the channels.
     *
     * @throws BadMeasurementFileException when the marker is not known, or the two lines do not fit
     */
    public void titles(TsvLines line) throws IOException {
        titles(headerText(line));
    }

    /** Says that there is none: refuses the file. */
    void noTitles() throws IOException {
        titles("");
    }

    private void titles(String line) throws IOException {
        Titles titles = Titles.of(serials, line);
        marker = titles.marker();
        List<Channel> channels = titles.channels(header == null ? null : header.masterType());
        points.channels(channels);
        cells = new RowCells(channels, rules.zeroMarkers(), points, this);
        stampReader = new StampReader(clock);
    }

    /** Takes a row; one that cannot be used is counted and told. */
    public void row(TsvLines line) throws IOException {
        if (cells == null) {
            throw new IllegalStateException("A row before the titles.");
        }
        if (!line.terminated() && truncated(line)) {
            return;
        }
        rows++;
        if (line.tooLong()) {
            invalidTimestamps++;
            warnings.add(Warnings.Kind.LENGTH, "line " + line.number());
            reject(line, 0, RejectReason.LINE_TOO_LONG, line.text());
            return;
        }
        int stampEnd = stampEnd(line.bytes(), line.from(), line.to());
        long stamp = stampReader.read(line.bytes(), line.from(), stampEnd);
        if (stamp == StampReader.BAD) {
            badStamp(line, stampEnd);
        } else {
            stamps.add(stamp);
            cells.read(line, stampEnd, stamp);
        }
    }

    /** Whether the file's last row is dropped. */
    private boolean truncated(TsvLines line) throws IOException {
        String start = "The last line (" + line.number() + ") has no line feed, its upload was cut; it is ";
        boolean dropped = rules.lastLine() == LastLine.STRICT;
        warn(start + (dropped ? "dropped." : "used as it is."));
        if (dropped) {
            truncatedLines++;
            reject(line, 0, RejectReason.TRUNCATED_LINE, line.text());
        }
        return dropped;
    }

    private void badStamp(TsvLines line, int stampEnd) throws IOException {
        invalidTimestamps++;
        String stamp = line.text(line.from(), stampEnd);
        warnings.add(Warnings.Kind.STAMP, "'" + Shown.of(stamp) + "' in line " + line.number());
        reject(line, 0, RejectReason.INVALID_TIMESTAMP, line.text());
    }

    /** A cell that is no number, told by {@link RowCells}. */
    void badValue(TsvLines line, int column, String text) throws IOException {
        warnings.add(Warnings.Kind.VALUE, column + " in line " + line.number() + ": '" + Shown.of(text) + "'");
        reject(line, column, RejectReason.INVALID_VALUE, text);
    }

    private void reject(TsvLines line, int column, RejectReason reason, String text) throws IOException {
        rejects.reject(line.number(), line.offset(), column, reason.name(), text);
    }

    /** What all of it came to, once the lines are at their end. */
    FileReading reading(String structure, TsvLines lines) throws BadMeasurementFileException {
        if (cells == null || rows == 0) {
            throw new BadMeasurementFileException(Code.NO_DATA_ROW, "The file has no data row.");
        }
        RowCells read = cells;
        RowCounts counts =
                read.counts(lines.number(), lines.blank(), new RowCells.Rows(rows, invalidTimestamps, truncatedLines));
        if (counts.usedRows() == 0) {
            throw new BadMeasurementFileException(
                    Code.NO_VALID_STAMP, "None of the " + rows + " data rows has a valid timestamp.");
        }
        return new FileReading(
                structure,
                marker,
                header == null ? null : header.text(),
                endMarker,
                read.figures(),
                counts,
                stamps.days(),
                stamps.first(),
                stamps.last(),
                warnings.list());
    }

    private static String headerText(TsvLines line) throws BadMeasurementFileException {
        if (line.tooLong()) {
            throw new BadMeasurementFileException(
                    Code.HEADER_TOO_LONG, "Line " + line.number() + " names too many columns.");
        }
        return line.exactText().replace("\0", "");
    }

    private static int stampEnd(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] != '\t') {
            i++;
        }
        return i;
    }
}
