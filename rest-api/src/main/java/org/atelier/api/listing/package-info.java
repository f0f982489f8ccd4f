/** Tables and views as lists: filtered, sorted, page by page, as JSON or CSV; and their rows one by one. */
@NullMarked
package org.atelier.api.listing;

import org.jspecify.annotations.NullMarked;
