/** Writes the points of files to the sinks and settles the files. */
@NullMarked
package org.atelier.measurements.load;

import org.jspecify.annotations.NullMarked;
