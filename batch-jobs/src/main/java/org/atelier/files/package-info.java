/** Files from elsewhere as work: ledger, plan, fetch into the landing area, rejects. Knows no job and no content. */
@NullMarked
package org.atelier.files;

import org.jspecify.annotations.NullMarked;
