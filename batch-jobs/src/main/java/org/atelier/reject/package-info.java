/** When a run has rejected so much that it stops. */
@NullMarked
package org.atelier.reject;

import org.jspecify.annotations.NullMarked;
