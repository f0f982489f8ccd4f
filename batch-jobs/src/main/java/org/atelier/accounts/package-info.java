/** Accounts of the REST API: what they are, where they are kept, how their passwords are judged. Serves nothing. */
@NullMarked
package org.atelier.accounts;

import org.jspecify.annotations.NullMarked;
