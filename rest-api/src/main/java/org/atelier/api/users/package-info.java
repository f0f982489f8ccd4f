/** Accounts, at {@code /users/}. */
@NullMarked
package org.atelier.api.users;

import org.jspecify.annotations.NullMarked;
