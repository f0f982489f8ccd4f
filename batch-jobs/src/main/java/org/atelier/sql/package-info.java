/** Jdbi, as everything here asks PostgreSQL with it. */
@NullMarked
package org.atelier.sql;

import org.jspecify.annotations.NullMarked;
