/** From the staging tables to the target tables: verified, guarded, in one transaction. */
@NullMarked
package org.atelier.orders.merge;

import org.jspecify.annotations.NullMarked;
