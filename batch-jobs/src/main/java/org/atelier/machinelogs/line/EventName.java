package org.atelier.machinelogs.line;

import java.util.Arrays;
import org.atelier.machinelogs.event.EventDecoder;
import org.jspecify.annotations.Nullable;

/** One type of event, by its bytes. */
final class EventName {

    private final byte[] utf8;
    private final String type;
    private final @Nullable EventDecoder decoder;

    /** @param decoder how to read the details; null when the type is only counted */
    EventName(byte[] utf8, String type, @Nullable EventDecoder decoder) {
        this.utf8 = utf8;
        this.type = type;
        this.decoder = decoder;
    }

    boolean is(byte[] bytes, int from, int to) {
        return Arrays.equals(utf8, 0, utf8.length, bytes, from, to);
    }

    String type() {
        return type;
    }

    @Nullable EventDecoder decoder() {
        return decoder;
    }
}
