/** Looks through folders of measurement files for what they would give. */
@NullMarked
package org.atelier.measurements.audit;

import org.jspecify.annotations.NullMarked;
