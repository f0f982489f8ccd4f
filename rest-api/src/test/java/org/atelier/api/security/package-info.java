/** Tests of tokens and of who may what. */
@NullMarked
package org.atelier.api.security;

import org.jspecify.annotations.NullMarked;
