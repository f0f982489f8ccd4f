/** The hot paths alone, by JMH: an operation is one line, event, row or order. */
@NullMarked
package org.atelier.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
