package org.atelier.run;

import org.atelier.transfer.Secret;

/**
 * How to reach the PostgreSQL database. Immutable.
 *
 * @param url a {@code jdbc:postgresql:} URL without user and password
 * @param username who logs in
 * @param password the password, may be empty
 */
public record DatabaseSettings(String url, String username, Secret password) {}
