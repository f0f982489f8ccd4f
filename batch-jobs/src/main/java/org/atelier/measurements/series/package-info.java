/** Means of a series by hour, day and ISO week, in UTC: kept for the windows that new measurements touch. */
@NullMarked
package org.atelier.measurements.series;

import org.jspecify.annotations.NullMarked;
