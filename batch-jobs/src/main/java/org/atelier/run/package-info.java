/** What a run is, in values: identity, order, range, shard, progress, summary, ending, failure. */
@NullMarked
package org.atelier.run;

import org.jspecify.annotations.NullMarked;
