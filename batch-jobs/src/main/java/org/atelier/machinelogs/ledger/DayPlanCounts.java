package org.atelier.machinelogs.ledger;

/**
 * How far a run is with its centre-days.
 *
 * @param days planned in all
 * @param undone not built yet
 * @param failed could not be built
 * @param written sessions that are new or differ from before
 * @param unchanged sessions that were the same already
 * @param deleted sessions that lost their last event
 * @param conflicts days whose row was made through the API and kept
 * @param events events of files that this run takes, found while the days were built
 * @param unread whether the events of a day are not known: what it is built from could not be read
 * @param again files of the run that were read again from the landing area because of another day start
 */
public record DayPlanCounts(
        long days,
        long undone,
        long failed,
        long written,
        long unchanged,
        long deleted,
        long conflicts,
        long events,
        boolean unread,
        long again) {}
