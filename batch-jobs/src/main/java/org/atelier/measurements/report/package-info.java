/** What a run came to, as a JSON report and as figures. */
@NullMarked
package org.atelier.measurements.report;

import org.jspecify.annotations.NullMarked;
