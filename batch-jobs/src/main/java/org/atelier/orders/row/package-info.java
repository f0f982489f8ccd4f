/** From a planned order to rows of the target tables: cleaned, checked, deduplicated. Pure. */
@NullMarked
package org.atelier.orders.row;

import org.jspecify.annotations.NullMarked;
