/** Sums over sessions, at {@code /stats/}. */
@NullMarked
package org.atelier.api.stats;

import org.jspecify.annotations.NullMarked;
