/** The description of the service (OpenAPI 3.1), and the page that shows it. */
@NullMarked
package org.atelier.api.openapi;

import org.jspecify.annotations.NullMarked;
