/** What is deleted when it is old enough, never under a run at work, and what is noted of that. Uses no Spring. */
@NullMarked
package org.atelier.retention;

import org.jspecify.annotations.NullMarked;
