/** The jobs there are, and what a launcher must know of each. Uses no Spring. */
@NullMarked
package org.atelier.catalog;

import org.jspecify.annotations.NullMarked;
