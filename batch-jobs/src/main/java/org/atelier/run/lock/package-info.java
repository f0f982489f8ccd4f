/**
 * How one run at a time is kept: the lock, its epoch, the fence, the watch, and the take-over of what a dead process
 * left. No Spring.
 */
@NullMarked
package org.atelier.run.lock;

import org.jspecify.annotations.NullMarked;
