package org.atelier.measurements.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import org.atelier.measurements.format.BadMeasurementFileException.Code;
import org.atelier.measurements.point.PointConsumer;
import org.atelier.measurements.point.ReadingRules;

/** Reads files of measuring boxes, of any structure that a {@link TsvFormat} on the class path knows. Thread-safe. */
public final class MeasurementFile {

    private static final List<TsvFormat> FORMATS =
            ServiceLoader.load(TsvFormat.class, TsvFormat.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .sorted(Comparator.comparingInt(TsvFormat::order).thenComparing(TsvFormat::structure))
                    .toList();

    private MeasurementFile() {}

    /**
     * Reads a file once, from its start to its end, in memory that does not grow with it.
     *
     * @param in the file's bytes; read to their end, not closed
     * @throws BadMeasurementFileException when the whole file is refused; points may have been handed out before
     * @throws IOException from the file or from those who take
     */
    public static FileReading read(InputStream in, ReadingRules rules, PointConsumer points, RejectConsumer rejects)
            throws IOException {
        TsvLines lines = new TsvLines(in);
        if (!lines.next()) {
            throw new BadMeasurementFileException(Code.EMPTY, "The file is empty.");
        }
        TsvFormat format = format(lines.text().strip());
        TsvTable table = new TsvTable(rules, points, rejects);
        format.read(lines, table);
        drain(lines);
        return table.reading(format.structure(), lines);
    }

    /** A format may end before the file does; the rest must be UTF-8 too, and its lines are counted. */
    private static void drain(TsvLines lines) throws IOException {
        boolean more = lines.next();
        while (more) {
            more = lines.next();
        }
    }

    private static TsvFormat format(String firstLine) {
        return FORMATS.stream()
                .filter(format -> format.recognises(firstLine))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No format on the class path takes any file."));
    }
}
