/** What a resource says of its routes: operations and JSON schemas, as OpenAPI has them. */
@NullMarked
package org.atelier.api.described;

import org.jspecify.annotations.NullMarked;
