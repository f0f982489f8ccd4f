package org.atelier.measurements.format;

import java.io.IOException;

/** A whole file is refused: none of its rows may be used. The message says what was found. */
public final class BadMeasurementFileException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Why; names are stable. */
    public enum Code {
        /** No line that is not blank. */
        EMPTY,
        /** Bytes that are no UTF-8, wherever. */
        NOT_UTF8,
        /** The second line of the table does not begin with a marker that is known. */
        UNSUPPORTED_FORMAT,
        /** Serials and titles differ in number. */
        HEADER_WIDTH_MISMATCH,
        /** A line of serials or titles over 1 MiB. */
        HEADER_TOO_LONG,
        /** Serials and titles name no column. */
        NO_CHANNEL,
        /** A header block without START_DATA, or without two lines behind it. */
        NO_DATA_BLOCK,
        /** Serials and titles only. */
        NO_DATA_ROW,
        /** Rows, none of them with a time that can be read. */
        NO_VALID_STAMP
    }

    private final Code code;

    BadMeasurementFileException(Code code, String message) {
        super(message);
        this.code = code;
    }

    /** The name of its {@link Code}. */
    public String code() {
        return code.name();
    }
}
