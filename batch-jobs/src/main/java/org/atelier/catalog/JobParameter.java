package org.atelier.catalog;

/**
 * A parameter of a job.
 *
 * @param name what people type before the equals sign
 * @param description one sentence
 * @param example a value
 */
public record JobParameter(String name, String description, String example) {}
