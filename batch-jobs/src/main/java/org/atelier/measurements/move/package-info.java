/** Moves files into the folders of what is done, beside where they lay. */
@NullMarked
package org.atelier.measurements.move;

import org.jspecify.annotations.NullMarked;
