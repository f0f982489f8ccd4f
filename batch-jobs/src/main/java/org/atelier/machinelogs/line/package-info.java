/** A log file's bytes to lines: encodings, line ends, times, event names, and why a line is rejected. */
@NullMarked
package org.atelier.machinelogs.line;

import org.jspecify.annotations.NullMarked;
