/** What people are to be told of log files and machining centres, beside how runs ended. */
@NullMarked
package org.atelier.machinelogs.news;

import org.jspecify.annotations.NullMarked;
