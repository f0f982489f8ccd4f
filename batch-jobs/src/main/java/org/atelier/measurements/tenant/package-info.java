/** Which company and campaign a file belongs to, by its path. */
@NullMarked
package org.atelier.measurements.tenant;

import org.jspecify.annotations.NullMarked;
