package org.atelier.measurements.format;

/** Why a row or a cell is not used while the rest of its file is. */
public enum RejectReason {
    /** The row's stamp is no time {@code DD/MM/YY HH:MM:SS}. */
    INVALID_TIMESTAMP,
    /** The row is longer than 1 MiB; counted with the invalid stamps. */
    LINE_TOO_LONG,
    /** The last row has no line feed, its upload was cut: the box sends it again. */
    TRUNCATED_LINE,
    /** The cell is neither empty nor a finite number. */
    INVALID_VALUE,
    /** The server does not take the point, such as one of a field that has another type there. */
    REFUSED_BY_INFLUXDB
}
