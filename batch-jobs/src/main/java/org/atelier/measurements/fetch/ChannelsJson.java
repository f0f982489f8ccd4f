package org.atelier.measurements.fetch;

import java.util.List;
import org.atelier.measurements.format.ChannelFigures;
import org.atelier.measurements.point.Channel;
import org.atelier.run.JsonObject;

/** The channels of a file as the report of a run has them: by id, with their figures. */
final class ChannelsJson {

    private ChannelsJson() {}

    static String of(List<ChannelFigures> channels) {
        JsonObject all = new JsonObject();
        for (ChannelFigures figures : channels) {
            all.with(figures.channel().id(), json(figures));
        }
        return all.text();
    }

    private static JsonObject json(ChannelFigures figures) {
        Channel channel = figures.channel();
        boolean any = figures.points() > 0;
        return new JsonObject()
                .with("column_idx", (long) channel.column())
                .with("device_master_sn", channel.masterSerial())
                .with("device_sn", channel.serial())
                .with("device_type", channel.deviceType())
                .with("channel_label", channel.label())
                .with("channel_name", channel.name())
                .with("channel_unit", channel.unit())
                .with("nb_points", figures.points())
                .with("min", any ? figures.min() : null)
                .with("max", any ? figures.max() : null)
                .with("mean", any ? figures.mean() : null);
    }
}
