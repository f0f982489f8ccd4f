/**
 * What people are told by webhook or ntfy: failures, reject limits, quarantine, recovery, silence. Found in what is
 * recorded, written to an outbox in one transaction, sent after its commit, at least once; the same trouble once while
 * it lasts. Whatever goes wrong here changes nothing of a run. Uses no Spring.
 */
@NullMarked
package org.atelier.observe.notify;

import org.jspecify.annotations.NullMarked;
