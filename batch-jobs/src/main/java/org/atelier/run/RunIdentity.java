package org.atelier.run;

/**
 * What identifies a scheduled start: the scope and the next number in it. Every start is an instance of its own, which
 * lists its sources anew and so takes over what a dead one left.
 *
 * @param scope the job, and its shard if there are several
 * @param seq the number of this start in its scope, from 1
 * @param epoch counts the owners of the scope; an older one may commit nothing
 */
public record RunIdentity(String scope, long seq, long epoch) {}
