/** The job measurements: TSV files of electrical measuring boxes become time series. */
@NullMarked
package org.atelier.measurements;

import org.jspecify.annotations.NullMarked;
