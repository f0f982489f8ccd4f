/** Reads a file once that was just brought into the landing area. */
@NullMarked
package org.atelier.measurements.fetch;

import org.jspecify.annotations.NullMarked;
