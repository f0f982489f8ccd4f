/** Last steps: sessions go into PostgreSQL day by day, files are marked loaded, the run is balanced. */
@NullMarked
package org.atelier.machinelogs.load;

import org.jspecify.annotations.NullMarked;
