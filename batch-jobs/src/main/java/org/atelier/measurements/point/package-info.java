/** What a measuring box measured: channels, points, and how a file of them is to be read. Pure. */
@NullMarked
package org.atelier.measurements.point;

import org.jspecify.annotations.NullMarked;
