package org.atelier.machinelogs.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import org.atelier.files.FileRows;
import org.atelier.machinelogs.line.PlausibleTimes;

/**
 * One file's share in a centre-day.
 *
 * @param fileId key of the file in the ledger
 * @param path {@code directory/file}
 * @param sha256 the content that counts, in the landing area
 * @param modified the file's modification time, which bounds the plausible times
 * @param downloadedAt first download of this content, which bounds them too
 * @param held whether a last line without an end is left out
 * @param fresh whether this run loads the file: its events are part of the run's balance
 */
public record DayPart(
        long fileId, String path, String sha256, Instant modified, Instant downloadedAt, boolean held, boolean fresh) {

    /** From columns named as in the plan. */
    static DayPart of(ResultSet row) throws SQLException {
        return new DayPart(
                row.getLong("file"),
                row.getString("path"),
                row.getString("sha256"),
                FileRows.instant(row, "modified"),
                FileRows.instant(row, "downloaded"),
                row.getBoolean("held"),
                row.getBoolean("fresh"));
    }

    /** Which times of this file are believed, in the plant's zone. */
    public PlausibleTimes plausibleTimes(ZoneId zone) {
        return PlausibleTimes.of(modified, downloadedAt, zone);
    }
}
