package org.atelier.api.listing;

/**
 * What a list is a part of: without it there is no list.
 *
 * @param name in the path
 * @param sql whether one with {@code :key} is there
 */
record Whole(String name, String sql) {

    static final Whole SESSION =
            new Whole("session_id", "select exists (select from session_production where id = cast(:key as bigint))");
    static final Whole COMPANY = new Whole("bucket", "select exists (select from campagne where bucket = :key)");
}
