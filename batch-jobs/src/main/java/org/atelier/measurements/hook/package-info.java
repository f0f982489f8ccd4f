/** What SFTPGo tells when something happens on its side. */
@NullMarked
package org.atelier.measurements.hook;

import org.jspecify.annotations.NullMarked;
