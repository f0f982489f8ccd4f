/** What can be looked at before a run. */
@NullMarked
package org.atelier.measurements.check;

import org.jspecify.annotations.NullMarked;
