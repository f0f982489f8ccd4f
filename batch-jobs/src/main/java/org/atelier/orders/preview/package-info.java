/** What a run would do, without writing anything that lasts. */
@NullMarked
package org.atelier.orders.preview;

import org.jspecify.annotations.NullMarked;
