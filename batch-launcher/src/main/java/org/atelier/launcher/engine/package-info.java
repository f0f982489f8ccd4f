/** Runs jobs: lock, Spring Batch, progress, log file, outcome. Loaded only by commands that run something. */
@NullMarked
package org.atelier.launcher.engine;

import org.jspecify.annotations.NullMarked;
