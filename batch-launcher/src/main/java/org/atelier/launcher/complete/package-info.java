/** What may be typed next: the same for every shell, from the model of the commands. */
@NullMarked
package org.atelier.launcher.complete;

import org.jspecify.annotations.NullMarked;
