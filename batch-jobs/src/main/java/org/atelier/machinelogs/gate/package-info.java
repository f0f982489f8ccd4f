/** The quality gate of a log file: whether what was loaded of it is worth a look by people. */
@NullMarked
package org.atelier.machinelogs.gate;

import org.jspecify.annotations.NullMarked;
