/** What becomes of loaded files on their server: archived or deleted, once nothing can be lost by it. */
@NullMarked
package org.atelier.files.afterload;

import org.jspecify.annotations.NullMarked;
