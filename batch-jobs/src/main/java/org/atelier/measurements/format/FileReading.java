package org.atelier.measurements.format;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file came to.
 *
 * @param structure {@code plain}, {@code header-block}, or what another {@link TsvFormat} calls itself
 * @param marker as the file says, {@code MV_T302_V002}
 * @param headerMeta the header block's JSON object as it stands there, valid and fit for PostgreSQL's {@code jsonb};
 *     null when there is none
 * @param endMarker whether {@code END_DATA} was there; false for plain files, which have none
 * @param channels in the order of the columns
 * @param days in UTC, of all rows with a valid stamp, ascending
 * @param first the earliest valid stamp, be its row stored or a zero marker that is skipped
 * @param last the latest valid stamp, likewise
 * @param warnings for people; at most 20 of a kind, then how many there were
 */
public record FileReading(
        String structure,
        String marker,
        @Nullable String headerMeta,
        boolean endMarker,
        List<ChannelFigures> channels,
        RowCounts rows,
        List<LocalDate> days,
        @Nullable Instant first,
        @Nullable Instant last,
        List<String> warnings) {}
