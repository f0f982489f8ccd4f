/** Who calls, and who may: tokens, logins, the table of routes. */
@NullMarked
package org.atelier.api.security;

import org.jspecify.annotations.NullMarked;
