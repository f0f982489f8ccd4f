/** What a run would do, found out without writing anything into the database or the landing area. */
@NullMarked
package org.atelier.machinelogs.preview;

import org.jspecify.annotations.NullMarked;
