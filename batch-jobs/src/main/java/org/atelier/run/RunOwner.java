package org.atelier.run;

import org.jspecify.annotations.Nullable;

/**
 * Who runs, for people.
 *
 * @param host the machine
 * @param pid the process
 * @param pod the Kubernetes pod, null elsewhere
 * @param trigger what started it: {@code manual}, {@code cron}, {@code kubernetes} or {@code demo}
 * @param version of Atelier
 */
public record RunOwner(String host, long pid, @Nullable String pod, String trigger, String version) {}
