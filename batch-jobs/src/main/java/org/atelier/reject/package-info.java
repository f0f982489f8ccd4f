/** Lines that are no data: kept with file, line, reason and raw text. */
@NullMarked
package org.atelier.reject;

import org.jspecify.annotations.NullMarked;
