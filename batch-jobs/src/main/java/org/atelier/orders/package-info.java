/** The job {@code orders}: the ERP's planned shutter orders, cleaned and deduplicated, kept equal in PostgreSQL. */
@NullMarked
package org.atelier.orders;

import org.jspecify.annotations.NullMarked;
