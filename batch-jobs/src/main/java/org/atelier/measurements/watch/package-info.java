/** Tells whether measurements still arrive. */
@NullMarked
package org.atelier.measurements.watch;

import org.jspecify.annotations.NullMarked;
