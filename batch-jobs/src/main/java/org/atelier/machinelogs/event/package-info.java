/** What a machine can report: one class an event type, found by {@link java.util.ServiceLoader}. */
@NullMarked
package org.atelier.machinelogs.event;

import org.jspecify.annotations.NullMarked;
