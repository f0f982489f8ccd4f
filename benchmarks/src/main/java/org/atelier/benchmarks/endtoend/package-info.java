/** Whole runs of the program, from launch to exit, beside a plain COPY of the rows they wrote. */
@NullMarked
package org.atelier.benchmarks.endtoend;

import org.jspecify.annotations.NullMarked;
