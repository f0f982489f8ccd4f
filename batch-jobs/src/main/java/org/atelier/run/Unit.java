package org.atelier.run;

/**
 * What a job counts.
 *
 * @param plural what it reads, in the plural, such as {@code lines}; a key of its figures too, so in snake case
 * @param inBytes whether its work is planned and done in bytes; otherwise it is in what it reads
 */
public record Unit(String plural, boolean inBytes) {}
