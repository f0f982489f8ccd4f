/** What a run tells to the outside when it has ended. Whatever goes wrong here changes nothing of the run. */
@NullMarked
package org.atelier.observe;

import org.jspecify.annotations.NullMarked;
