package org.atelier.machinelogs.event;

import com.google.auto.service.AutoService;
import org.jspecify.annotations.Nullable;

/** {@code StukUitgevoerd}: a piece was produced; its details are free text and kept. */
public record PieceProduced(@Nullable String details) implements MachineEvent {

    @Override
    public void contributeTo(SessionContributions session) {
        session.piece(details);
    }

    /** Reads {@code StukUitgevoerd}. */
    @EventType("StukUitgevoerd")
    @AutoService(EventDecoder.class)
    public static final class Decoder implements EventDecoder {

        @Override
        public MachineEvent decode(@Nullable String details) {
            return new PieceProduced(details);
        }
    }
}
