/** What the figures of a session are made of, at {@code /explain/}. */
@NullMarked
package org.atelier.api.explain;

import org.jspecify.annotations.NullMarked;
