package org.atelier.machinelogs.event;

import com.google.auto.service.AutoService;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A new event type, as anybody may add one: this file, and nothing else. */
public record ToolChange(String tool) implements MachineEvent {

    @Override
    public void contributeTo(SessionContributions session) {
        session.count("tool_changes", 1);
        session.period("tool_change", new BigDecimal("2.5"));
        session.attribute("last_tool", tool);
    }

    /** Reads {@code TestToolChange}. */
    @EventType("TestToolChange")
    @AutoService(EventDecoder.class)
    public static final class Decoder implements EventDecoder {

        @Override
        public MachineEvent decode(@Nullable String details) throws BadDetailsException {
            if (details == null) {
                throw new BadDetailsException("no tool");
            }
            return new ToolChange(details);
        }
    }
}
