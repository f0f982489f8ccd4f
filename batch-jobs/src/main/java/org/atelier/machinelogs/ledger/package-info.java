/** The ledger of log files: every file seen, what was loaded of it, and what a run has planned. */
@NullMarked
package org.atelier.machinelogs.ledger;

import org.jspecify.annotations.NullMarked;
