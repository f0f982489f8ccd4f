package org.atelier.machinelogs.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.atelier.machinelogs.event.EventDecoders;
import org.jspecify.annotations.Nullable;

/** Event types by their bytes, so that a type met before costs no allocation. Not thread-safe. */
final class EventNames {

    /** A damaged file may hold any number of types, of any length: beyond these a new one is not remembered. */
    private static final int MOST = 2_048;

    private static final int LONGEST = 256;

    private static final int SLOTS = 4 * MOST;

    private final EventDecoders decoders;
    private final @Nullable EventName[] slots = new EventName[SLOTS];
    private int size;

    EventNames(EventDecoders decoders) {
        this.decoders = decoders;
        decoders.byType().forEach((type, decoder) -> {
            byte[] utf8 = type.getBytes(UTF_8);
            remember(new EventName(utf8, type, decoder), freeSlot(utf8));
        });
    }

    EventName of(byte[] bytes, int from, int to) {
        int slot = hash(bytes, from, to) & (SLOTS - 1);
        for (EventName name = slots[slot]; name != null; name = slots[slot]) {
            if (name.is(bytes, from, to)) {
                return name;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        String type = new String(bytes, from, to - from, UTF_8);
        EventName name = new EventName(Arrays.copyOfRange(bytes, from, to), type, decoders.of(type));
        if (size < MOST && to - from <= LONGEST) {
            remember(name, slot);
        }
        return name;
    }

    private void remember(EventName name, int slot) {
        slots[slot] = name;
        size++;
    }

    private int freeSlot(byte[] utf8) {
        int slot = hash(utf8, 0, utf8.length) & (SLOTS - 1);
        while (slots[slot] != null) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash ^ (hash >>> 15);
    }
}
