/** Which orders are taken: a profile for each target table. Pure. */
@NullMarked
package org.atelier.orders.select;

import org.jspecify.annotations.NullMarked;
