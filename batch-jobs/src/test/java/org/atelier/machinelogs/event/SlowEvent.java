package org.atelier.machinelogs.event;

import com.google.auto.service.AutoService;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** An event type for tests: whoever reads a line of it waits for the test that listens to its details. */
public final class SlowEvent {

    private static final Map<String, Runnable> LISTENERS = new ConcurrentHashMap<>();

    private SlowEvent() {}

    /** Calls the listener at each reading of a line with these details, on the reader's thread. */
    public static void listen(String details, Runnable listener) {
        LISTENERS.put(details, listener);
    }

    /** Reads {@code TestSlowEvent}. */
    @EventType("TestSlowEvent")
    @AutoService(EventDecoder.class)
    public static final class Decoder implements EventDecoder {

        @Override
        public MachineEvent decode(@Nullable String details) {
            LISTENERS.getOrDefault(String.valueOf(details), () -> {}).run();
            return session -> {};
        }
    }
}
