/** The steps jobs are made of: once, in parallel, in chunks; the queue they pull from a frozen plan. */
@NullMarked
package org.atelier.run.step;

import org.jspecify.annotations.NullMarked;
