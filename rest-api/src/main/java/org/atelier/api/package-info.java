/** The HTTP service: starts and stops it. A resource is one package beside these, and lines in the table of routes. */
@NullMarked
package org.atelier.api;

import org.jspecify.annotations.NullMarked;
