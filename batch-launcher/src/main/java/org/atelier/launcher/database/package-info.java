/** Connections for commands, and the schema they need. */
@NullMarked
package org.atelier.launcher.database;

import org.jspecify.annotations.NullMarked;
