/** What a run of orders would find wrong: the ERP, its tables, and what they have lost since the last run. */
@NullMarked
package org.atelier.orders.check;

import org.jspecify.annotations.NullMarked;
