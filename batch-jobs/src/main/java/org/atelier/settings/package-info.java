/**
 * How settings are read: from {@code atelier.yaml} and the environment, typed, checked as a whole; what settings there
 * are, their groups say. Nothing here opens a connection or knows a job.
 */
@NullMarked
package org.atelier.settings;

import org.jspecify.annotations.NullMarked;
