/** What is kept of one order, for the person it is of: handed out, or erased for good. Uses no Spring. */
@NullMarked
package org.atelier.orders.erase;

import org.jspecify.annotations.NullMarked;
