/** The only place that prints results: as a table, as JSON, as CSV. */
@NullMarked
package org.atelier.launcher.render;

import org.jspecify.annotations.NullMarked;
