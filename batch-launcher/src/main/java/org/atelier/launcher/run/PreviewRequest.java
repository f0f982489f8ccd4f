package org.atelier.launcher.run;

import java.util.Map;
import org.atelier.catalog.BatchJob;
import org.atelier.settings.Settings;

/**
 * What {@code atelier preview} was asked.
 *
 * @param job which job
 * @param parameters of {@code -p}
 * @param rows how many rows to show, above zero
 * @param settings the configuration
 */
public record PreviewRequest(BatchJob job, Map<String, String> parameters, int rows, Settings settings) {}
