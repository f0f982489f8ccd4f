/** What is answered, in values with names: the same for the launcher's commands and for the HTTP service. */
@NullMarked
package org.atelier.answer;

import org.jspecify.annotations.NullMarked;
