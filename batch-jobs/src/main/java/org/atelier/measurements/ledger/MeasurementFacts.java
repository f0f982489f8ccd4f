package org.atelier.measurements.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a measurement file holds, beside its lines. Column for column tables {@code fichier_mesure} and
 * {@code plan_fichier_mesure}.
 *
 * @param company the bucket, by the path
 * @param campaign by the path
 * @param format the marker, such as {@code MV_T302_V002}
 * @param structure {@code plain} or {@code header-block}
 * @param header the header block's JSON object; null without one
 * @param points values stored, equal stamps counted each
 * @param structural lines that are titles or header block
 * @param invalidValues cells that are no finite number
 * @param missingValues cells that are empty or not there
 * @param longRows rows with more cells than columns
 * @param zeroMarkers rows of bare zeros
 * @param invalidTimestamps rows refused for their stamp
 * @param truncatedLines 1 when the last line was dropped
 * @param first earliest valid stamp
 * @param last latest valid stamp
 * @param channels JSON: the channels with their figures
 */
public record MeasurementFacts(
        String company,
        String campaign,
        String format,
        String structure,
        @Nullable String header,
        long points,
        long structural,
        long invalidValues,
        long missingValues,
        long longRows,
        long zeroMarkers,
        long invalidTimestamps,
        long truncatedLines,
        Instant first,
        Instant last,
        String channels) {}
