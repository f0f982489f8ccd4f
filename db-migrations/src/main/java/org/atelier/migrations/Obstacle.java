package org.atelier.migrations;

/**
 * What keeps a database from taking our schema or our rows, and what removes it.
 *
 * @param what is wrong, for people; no secret
 * @param fix what an administrator types: SQL with quoted names, or a command
 */
public record Obstacle(String what, String fix) {}
