/** What commands answer: records that know nothing of how they are printed. */
@NullMarked
package org.atelier.launcher.result;

import org.jspecify.annotations.NullMarked;
