/**
 * The ERP's MySQL database, only read: its tables, a consistent snapshot of them, and the orders in it. By plain JDBC:
 * rows by the million are streamed, each value read by the place that the statement, made of the ERP's own names, gives
 * its column.
 */
@NullMarked
package org.atelier.orders.erp;

import org.jspecify.annotations.NullMarked;
