package org.atelier.measurements.format;

import java.io.IOException;
import java.util.List;
import org.atelier.measurements.point.Channel;
import org.atelier.measurements.point.PointConsumer;
import org.atelier.measurements.point.ReadingRules.ZeroMarkers;

/** The cells of rows with a valid stamp: points, or why there is none. */
final class RowCells {

    /** Rows by what became of them, the cells aside. */
    record Rows(long all, long invalidTimestamps, long truncated) {}

    private final int columns;
    private final boolean storesMarkers;
    private final PointConsumer points;
    private final TsvTable table;
    private final ChannelSums sums;
    private final CellNumber number = new CellNumber();

    private long pointCount;
    private long invalidValues;
    private long missingValues;
    private long longRows;
    private long zeroMarkerRows;

    RowCells(List<Channel> channels, ZeroMarkers markers, PointConsumer points, TsvTable table) {
        this.columns = channels.size();
        this.storesMarkers = markers == ZeroMarkers.STORE;
        this.points = points;
        this.table = table;
        this.sums = new ChannelSums(channels);
    }

    /**
     * Takes a row's cells.
     *
     * @param stampEnd where the stamp ends: the first tab, or the row's end
     */
    void read(TsvLines line, int stampEnd, long epochSecond) throws IOException {
        boolean marker = isZeroMarker(line.bytes(), stampEnd, line.to());
        zeroMarkerRows += marker ? 1 : 0;
        if (!marker || storesMarkers) {
            cells(line, stampEnd, epochSecond);
        }
    }

    private void cells(TsvLines line, int stampEnd, long epochSecond) throws IOException {
        points.row(line.number(), line.offset());
        byte[] bytes = line.bytes();
        int to = line.to();
        int at = stampEnd;
        int column = 0;
        for (; at < to && column < columns; column++) {
            int start = at + 1;
            at = number.read(bytes, start, to);
            switch (number.kind()) {
                case NUMBER -> point(column, epochSecond, number.value());
                case EMPTY -> missingValues++;
                case BAD -> bad(line, column + 1, start, at);
            }
        }
        missingValues += columns - column;
        longRows += at < to ? 1 : 0;
    }

    private void point(int channel, long epochSecond, double value) throws IOException {
        points.point(channel, epochSecond, value);
        sums.add(channel, value);
        pointCount++;
    }

    private void bad(TsvLines line, int column, int from, int to) throws IOException {
        invalidValues++;
        table.badValue(line, column, line.text(from, to));
    }

    /** Whether each column has a cell that is the bare text 0. */
    private boolean isZeroMarker(byte[] bytes, int stampEnd, int to) {
        int at = stampEnd;
        for (int column = 0; column < columns; column++) {
            int zero = at < to ? Space.skipInCell(bytes, at + 1, to) : to;
            if (zero >= to || bytes[zero] != '0') {
                return false;
            }
            at = Space.skipInCell(bytes, zero + 1, to);
            if (at < to && bytes[at] != '\t') {
                return false;
            }
        }
        return true;
    }

    RowCounts counts(long lines, long blank, Rows rows) {
        return new RowCounts(
                lines,
                blank,
                lines - blank - rows.all() - rows.truncated(),
                rows.all(),
                pointCount,
                rows.invalidTimestamps(),
                invalidValues,
                missingValues,
                rows.truncated(),
                longRows,
                zeroMarkerRows);
    }

    List<ChannelFigures> figures() {
        return sums.figures();
    }
}
