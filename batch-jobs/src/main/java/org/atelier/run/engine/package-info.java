/** How a run goes: attempts, its record, its conclusion, the Spring context it lives in. */
@NullMarked
package org.atelier.run.engine;

import org.jspecify.annotations.NullMarked;
