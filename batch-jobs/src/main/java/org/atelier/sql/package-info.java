/** PostgreSQL, as everything here reaches it: connections, the limits of their sessions, Jdbi. */
@NullMarked
package org.atelier.sql;

import org.jspecify.annotations.NullMarked;
