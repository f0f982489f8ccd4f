package org.atelier.orders.survey;

/**
 * What a join or a test of the selection leaves.
 *
 * @param profile whose test it is; empty for those that all profiles share
 * @param step what it is, in words
 * @param orders that are left
 * @param rows of the join that are left
 */
public record FunnelStep(String profile, String step, long orders, long rows) {}
