package org.atelier.machinelogs.event;

import com.google.auto.service.AutoService;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** {@code Storing}: the machine reports a fault by its code, and how many seconds it lasted. */
public record MachineFault(String code, BigDecimal seconds) implements MachineEvent {

    @Override
    public void contributeTo(SessionContributions session) {
        session.count("faults", 1);
        session.period("fault", seconds);
        session.attribute("last_fault", code);
    }

    /** Reads {@code Storing}: {@code E042 12.5}. */
    @EventType("Storing")
    @AutoService(EventDecoder.class)
    public static final class Decoder implements EventDecoder {

        @Override
        public MachineEvent decode(@Nullable String details) throws BadDetailsException {
            String[] words = details == null ? new String[0] : details.split(" ", -1);
            if (words.length != 2 || !words[1].matches("\\d{1,6}([.,]\\d{1,3})?")) {
                throw new BadDetailsException("a fault needs a code and a number of seconds");
            }
            return new MachineFault(words[0], new BigDecimal(words[1].replace(',', '.')));
        }
    }
}
