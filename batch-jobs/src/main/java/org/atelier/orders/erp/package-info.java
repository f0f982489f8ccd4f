/** The ERP's MySQL database, only read: its tables, a consistent snapshot of them, and the orders in it. */
@NullMarked
package org.atelier.orders.erp;

import org.jspecify.annotations.NullMarked;
