/** Which database is used, connections to it outside of runs, and the schema they need: for every front end. */
@NullMarked
package org.atelier.database;

import org.jspecify.annotations.NullMarked;
