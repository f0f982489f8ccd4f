package org.atelier.machinelogs.session;

/**
 * What makes a session's figures doubtful.
 *
 * @param openStops stops without a start directly behind them; they are no period
 * @param timesBack events before the event before them by more than the repeated hour of autumn explains
 */
public record SessionWarnings(long openStops, long timesBack) {}
