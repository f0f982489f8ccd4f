/** First step: which log files are there, and which of them a run takes. */
@NullMarked
package org.atelier.machinelogs.find;

import org.jspecify.annotations.NullMarked;
