package org.atelier.retention;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The copies that a job keeps of what it read, and SQL of the job that tells which are needed. Immutable.
 *
 * @param landing the landing area's directory; may not be there
 * @param old a query of the hashes of contents that are of days before the date {@code :before} alone
 * @param referred a query of the hashes that are referred to, by what is loaded or by a run that can be restarted
 * @param seal a statement that is done before the copies of days before {@code :before} go: keeps what they gave from
 *     being built again without them; null where that need not be
 */
public record JobArchive(
        Path landing, String old, String referred, @Nullable String seal) {}
