/** Which directories of a source are machining centres, and which of their files are logs; pure rules on names. */
@NullMarked
package org.atelier.machinelogs.centre;

import org.jspecify.annotations.NullMarked;
