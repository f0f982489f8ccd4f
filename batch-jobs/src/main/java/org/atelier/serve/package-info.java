/** What the HTTP service is told: its settings, known to every front end so that none refuses them. Serves nothing. */
@NullMarked
package org.atelier.serve;

import org.jspecify.annotations.NullMarked;
