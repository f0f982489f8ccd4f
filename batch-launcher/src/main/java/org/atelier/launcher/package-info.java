/** The program {@code atelier}: its entry point, exit codes and failures. */
@NullMarked
package org.atelier.launcher;

import org.jspecify.annotations.NullMarked;
