/** Tells another service which channels there are. */
@NullMarked
package org.atelier.measurements.catalogue;

import org.jspecify.annotations.NullMarked;
