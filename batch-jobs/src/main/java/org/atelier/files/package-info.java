/** Files from elsewhere as work, and what is kept of them. Knows no content. */
@NullMarked
package org.atelier.files;

import org.jspecify.annotations.NullMarked;
