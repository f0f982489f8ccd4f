/** How settings are read. Knows no job. */
@NullMarked
package org.atelier.settings;

import org.jspecify.annotations.NullMarked;
