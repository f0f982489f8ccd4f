/** The seam between the commands that run jobs and what runs them. */
@NullMarked
package org.atelier.launcher.run;

import org.jspecify.annotations.NullMarked;
