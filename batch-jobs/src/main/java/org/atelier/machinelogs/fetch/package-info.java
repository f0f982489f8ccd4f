/** Second step: files go from their server into the landing area and are read once for their facts. */
@NullMarked
package org.atelier.machinelogs.fetch;

import org.jspecify.annotations.NullMarked;
