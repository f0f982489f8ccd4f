/** Looks whether what runs need is there; changes nothing. */
@NullMarked
package org.atelier.launcher.check;

import org.jspecify.annotations.NullMarked;
