package org.atelier.files;

/**
 * What a job adds when people look at the files of all jobs: parts of a query of {@code fichier_source f}, written with
 * the job. Immutable.
 *
 * @param joins left joins of the job's own tables, which give one row a file at most and none for files of other jobs;
 *     their aliases are no other job's
 * @param group what a file belongs to, as people call it, such as the code of a machining centre; null for none
 * @param gate why the loaded version failed a quality gate; null when it passed, or was never judged
 */
public record LookColumns(String joins, String group, String gate) {}
