/** Which measurement files are there, and which of them a run takes. */
@NullMarked
package org.atelier.measurements.find;

import org.jspecify.annotations.NullMarked;
