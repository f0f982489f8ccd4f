/** The job machine-logs: log files of machining centres become production sessions. */
@NullMarked
package org.atelier.machinelogs;

import org.jspecify.annotations.NullMarked;
