package org.atelier.machinelogs.explain;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A session as its table holds it.
 *
 * @param centreId key of the machining centre
 * @param fromLogs whether a job wrote it; what came through the API has no log lines
 * @param values by name of the column, as text; null where the column is
 */
record StoredFigures(long centreId, boolean fromLogs, Map<String, @Nullable String> values) {}
