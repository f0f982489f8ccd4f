/** How requests come in and answers go out: limits, pages, tags, problems. Knows no resource. */
@NullMarked
package org.atelier.api.web;

import org.jspecify.annotations.NullMarked;
