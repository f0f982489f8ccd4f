package org.atelier.settings;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with, or missing beside, variables of plain names such as {@code MYSQL_HOST}: other programs and images
 * set those for themselves, so nothing stops for it but the job that they are for.
 *
 * @param job the job that cannot run so; null when everything can
 * @param problem what it is, and what to do
 */
public record Lack(@Nullable String job, Problem problem) {}
