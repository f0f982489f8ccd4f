/** The PostgreSQL that serves when no database is configured. */
@NullMarked
package org.atelier.launcher.embedded;

import org.jspecify.annotations.NullMarked;
