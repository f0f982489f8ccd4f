/**
 * A file's bytes to channels and points: formats, lines, stamps, numbers, and why a row, a cell or a file is refused.
 */
@NullMarked
package org.atelier.measurements.format;

import org.jspecify.annotations.NullMarked;
