/** Stores days of boxes again from the copies of their files. */
@NullMarked
package org.atelier.measurements.rebuild;

import org.jspecify.annotations.NullMarked;
