/** The commands, one class each. */
@NullMarked
package org.atelier.launcher.command;

import org.jspecify.annotations.NullMarked;
