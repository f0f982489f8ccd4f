/** COPY: the one way rows enter PostgreSQL in bulk. */
@NullMarked
package org.atelier.bulk;

import org.jspecify.annotations.NullMarked;
