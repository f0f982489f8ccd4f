/** Which log files may be archived or deleted on their server. */
@NullMarked
package org.atelier.machinelogs.afterload;

import org.jspecify.annotations.NullMarked;
