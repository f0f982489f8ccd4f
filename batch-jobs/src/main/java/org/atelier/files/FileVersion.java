package org.atelier.files;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One content of a file, as it lies in the landing area; a job's own kind adds what that job alone reads of it. */
public interface FileVersion {

    /** Hash of the content, lower-case hexadecimal. */
    String sha256();

    /** Bytes. */
    long size();

    /** The server's modification time when it was downloaded. */
    Instant modified();

    /** When this content was first downloaded. */
    Instant downloadedAt();

    /** The days it has something of. */
    List<LocalDate> days();

    /** What became of its lines. */
    LineCounts counts();
}
