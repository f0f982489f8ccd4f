/** Tests of {@code docker/}: what is deployed is valid, hardened, and starts what the program takes. */
@NullMarked
package org.atelier.launcher.deploy;

import org.jspecify.annotations.NullMarked;
