/**
 * What the figures of a session are made of: read from the landing area by the code that makes them; writes nothing.
 */
@NullMarked
package org.atelier.machinelogs.explain;

import org.jspecify.annotations.NullMarked;
