/** Tests of the service by HTTP, on a real server and a real database. */
@NullMarked
package org.atelier.api;

import org.jspecify.annotations.NullMarked;
