/** Where points go: a sink stores those of one file, and never parses. */
@NullMarked
package org.atelier.measurements.sink;

import org.jspecify.annotations.NullMarked;
