package org.atelier.measurements.format;

import org.atelier.measurements.point.Channel;

/**
 * What a channel's points of one file come to, in its unit; all zero when it has none. Always finite.
 *
 * @param points as given to the consumer: equal stamps count each
 */
public record ChannelFigures(Channel channel, long points, double min, double max, double mean) {}
