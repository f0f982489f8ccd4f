package org.atelier.machinelogs.load;

import org.jspecify.annotations.Nullable;

/**
 * What the database holds of a centre-day.
 *
 * @param id key of the session
 * @param ours whether a job wrote it; a row made through the API is kept as it is
 * @param fingerprint of what was written, lower-case hexadecimal; null when unknown
 */
record StoredSession(long id, boolean ours, @Nullable String fingerprint) {}
