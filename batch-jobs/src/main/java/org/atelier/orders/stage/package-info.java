/** Brings the orders of one snapshot into the staging tables. */
@NullMarked
package org.atelier.orders.stage;

import org.jspecify.annotations.NullMarked;
