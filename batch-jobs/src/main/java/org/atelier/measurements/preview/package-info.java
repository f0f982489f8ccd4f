/** What a run would take and refuse. */
@NullMarked
package org.atelier.measurements.preview;

import org.jspecify.annotations.NullMarked;
