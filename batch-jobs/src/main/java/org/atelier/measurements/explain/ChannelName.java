package org.atelier.measurements.explain;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A channel as people name it: {@code COMPANY/CAMPAIGN/CHANNEL}, or less of it from the right.
 *
 * @param company null for any
 * @param campaign null for any
 * @param channel id of the channel, such as {@code M02001171_U1}
 */
public record ChannelName(
        @Nullable String company, @Nullable String campaign, String channel) {

    private static final Pattern ID = Pattern.compile("M\\d+(_S\\d+)?_(U|Ch)\\d+");

    /** Whether it is an id as channels have, and no name that people give. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Reads it; a name of more than three parts is none, and gives null. */
    public static @Nullable ChannelName parse(String text) {
        List<String> parts = List.of(text.split("/", -1));
        return switch (parts.size()) {
            case 1 -> new ChannelName(null, null, text);
            case 2 -> new ChannelName(null, parts.get(0), parts.get(1));
            case 3 -> new ChannelName(parts.get(0), parts.get(1), parts.get(2));
            default -> null;
        };
    }

    /** How the ids of its device begin. */
    String device() {
        return channel.substring(0, channel.lastIndexOf('_') + 1);
    }

    @Override
    public String toString() {
        return (company == null ? "" : company + "/") + (campaign == null ? "" : campaign + "/") + channel;
    }
}
