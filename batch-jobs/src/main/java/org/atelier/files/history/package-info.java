/** What people are told of files of all jobs: the ledger, and files that are left alone. Uses no Spring. */
@NullMarked
package org.atelier.files.history;

import org.jspecify.annotations.NullMarked;
