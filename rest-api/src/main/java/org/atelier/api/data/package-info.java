/** The pool of connections to the database, and whether it answers. */
@NullMarked
package org.atelier.api.data;

import org.jspecify.annotations.NullMarked;
