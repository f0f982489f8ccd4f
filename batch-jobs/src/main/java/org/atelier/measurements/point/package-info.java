/** Channels of a file and the points they give: from lines to series, times and values. */
@NullMarked
package org.atelier.measurements.point;

import org.jspecify.annotations.NullMarked;
