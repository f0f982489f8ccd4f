/**
 * Text of the ERP: cleaned of what wrong encodings and old programs left in it, and compared as people mean it. Pure.
 */
@NullMarked
package org.atelier.orders.text;

import org.jspecify.annotations.NullMarked;
