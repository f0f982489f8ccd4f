/** What the ledger of files keeps of measurement files alone. */
@NullMarked
package org.atelier.measurements.ledger;

import org.jspecify.annotations.NullMarked;
