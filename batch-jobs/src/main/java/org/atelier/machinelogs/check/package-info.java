/** What a run of log files would find wrong: sources, directories, machining centres that are silent. */
@NullMarked
package org.atelier.machinelogs.check;

import org.jspecify.annotations.NullMarked;
