/** What was made of log files, for people and programs: read-only records. */
@NullMarked
package org.atelier.machinelogs.history;

import org.jspecify.annotations.NullMarked;
