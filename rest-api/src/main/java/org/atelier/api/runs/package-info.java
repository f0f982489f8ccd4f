/** What ran, at {@code /runs/}: the records of the launcher's {@code history} and {@code show}. */
@NullMarked
package org.atelier.api.runs;

import org.jspecify.annotations.NullMarked;
