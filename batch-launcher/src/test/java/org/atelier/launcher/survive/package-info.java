/** The program under faults: processes that are killed, stopped, suspended, started twice; a server that crashes. */
@NullMarked
package org.atelier.launcher.survive;

import org.jspecify.annotations.NullMarked;
