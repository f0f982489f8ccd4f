/** What every job's run shares: identity, lock, work pulled from a frozen plan, progress, balance, outcome. */
@NullMarked
package org.atelier.run;

import org.jspecify.annotations.NullMarked;
