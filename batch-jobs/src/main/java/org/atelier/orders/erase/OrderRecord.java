package org.atelier.orders.erase;

/**
 * One row that is kept of an order.
 *
 * @param table where it stands
 * @param row all its columns by name, as a JSON object; times in UTC
 */
public record OrderRecord(String table, String row) {}
