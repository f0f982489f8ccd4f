/** Events of one machining centre and one production day to a production session and its metrics; pure. */
@NullMarked
package org.atelier.machinelogs.session;

import org.jspecify.annotations.NullMarked;
