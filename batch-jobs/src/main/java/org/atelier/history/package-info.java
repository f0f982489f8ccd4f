/** What ran: read-only queries for people and programs. Uses no Spring, for it must answer at once. */
@NullMarked
package org.atelier.history;

import org.jspecify.annotations.NullMarked;
