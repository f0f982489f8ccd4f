package org.atelier.api.listing;

/**
 * A column as the database has it.
 *
 * @param name also the field's name
 * @param kind of its values
 * @param nullable whether it may be null; of a view or a query nobody knows: true
 * @param about the comment in the schema; empty for none
 */
record Column(String name, Kind kind, boolean nullable, String about) {}
