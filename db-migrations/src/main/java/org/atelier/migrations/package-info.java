/** Applies and checks the PostgreSQL schema; plain JDBC, no framework, so that a look at the schema costs one query. */
@NullMarked
package org.atelier.migrations;

import org.jspecify.annotations.NullMarked;
