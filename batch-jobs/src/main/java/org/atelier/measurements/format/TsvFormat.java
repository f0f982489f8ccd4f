package org.atelier.measurements.format;

import java.io.IOException;

/**
 * How the files of one structure are read. One class a format, with {@code @AutoService(TsvFormat.class)}, public, with
 * a constructor without parameters: it is found by itself. Which one reads a file is said by the file's first line,
 * never by its marker. One object serves all files and threads: it has no state.
 */
public interface TsvFormat {

    /** What the structure is called in reports: {@code plain}, {@code header-block}. */
    String structure();

    /** Its turn to be asked, lowest first; plain files, which are any, come last. */
    default int order() {
        return 0;
    }

    /**
     * Whether a file with this first line that is not blank is one of these; told without the white space around it.
     */
    boolean recognises(String firstLine);

    /**
     * Reads a file, to its end.
     *
     * @param lines stands on the first line
     * @param table takes the titles and the rows
     * @throws BadMeasurementFileException when the whole file is refused
     */
    void read(TsvLines lines, TsvTable table) throws IOException;
}
