/** The schema on real servers. */
@NullMarked
package org.atelier.migrations;

import org.jspecify.annotations.NullMarked;
