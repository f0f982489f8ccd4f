/** Shows which files a channel's day is made of. */
@NullMarked
package org.atelier.measurements.explain;

import org.jspecify.annotations.NullMarked;
