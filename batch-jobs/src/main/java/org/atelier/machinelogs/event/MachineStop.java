package org.atelier.machinelogs.event;

import com.google.auto.service.AutoService;
import org.jspecify.annotations.Nullable;

/** {@code MachineStop}: somebody stops the machine on purpose. */
public record MachineStop() implements MachineEvent {

    @Override
    public void contributeTo(SessionContributions session) {
        session.stop();
    }

    /** Reads {@code MachineStop}; its details are free and not kept. */
    @EventType("MachineStop")
    @AutoService(EventDecoder.class)
    public static final class Decoder implements EventDecoder {

        private static final MachineStop STOP = new MachineStop();

        @Override
        public MachineEvent decode(@Nullable String details) {
            return STOP;
        }
    }
}
