/** TSV files of electrical measuring boxes, to time series. */
@NullMarked
package org.atelier.measurements;

import org.jspecify.annotations.NullMarked;
