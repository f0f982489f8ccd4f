package org.atelier.machinelogs.event;

import com.google.auto.service.AutoService;
import org.jspecify.annotations.Nullable;

/** {@code MachineStart}: the machine starts, and a voluntary stop before it ends. */
public record MachineStart() implements MachineEvent {

    @Override
    public void contributeTo(SessionContributions session) {
        session.start();
    }

    /** Reads {@code MachineStart}; its details are free and not kept. */
    @EventType("MachineStart")
    @AutoService(EventDecoder.class)
    public static final class Decoder implements EventDecoder {

        private static final MachineStart START = new MachineStart();

        @Override
        public MachineEvent decode(@Nullable String details) {
            return START;
        }
    }
}
