package org.atelier.machinelogs.event;

import com.google.auto.service.AutoService;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** {@code MachineWait}: the machine waits from the line's time on, so many seconds, all their decimals kept. */
public record MachineWait(BigDecimal seconds) implements MachineEvent {

    @Override
    public void contributeTo(SessionContributions session) {
        session.waitFor(seconds);
    }

    /**
     * Reads {@code MachineWait}: the first number directly followed by {@code sec}, else the first number with a
     * decimal part; above zero, at most seven days.
     */
    @EventType("MachineWait")
    @AutoService(EventDecoder.class)
    public static final class Decoder implements EventDecoder {

        private static final BigDecimal SEVEN_DAYS = BigDecimal.valueOf(7 * 86_400);

        @Override
        public MachineEvent decode(@Nullable String details) throws BadDetailsException {
            if (details == null) {
                throw new BadDetailsException("a wait without a duration");
            }
            DetailNumber number = duration(details);
            // Six digits hold seven days: a longer number is not even converted, whatever its length.
            if (number.integerDigits() > 6) {
                throw new BadDetailsException("a wait of more than seven days");
            }
            BigDecimal seconds = number.value();
            if (seconds.signum() <= 0 || seconds.compareTo(SEVEN_DAYS) > 0) {
                throw new BadDetailsException("a wait lasts more than zero seconds and at most seven days");
            }
            return new MachineWait(seconds);
        }

        private static DetailNumber duration(String details) throws BadDetailsException {
            DetailNumber firstDecimal = null;
            for (DetailNumber n = DetailNumber.find(details, 0); n != null; n = DetailNumber.find(details, n.end())) {
                if (isSeconds(details, n.end())) {
                    return n;
                }
                if (firstDecimal == null && n.hasDecimals()) {
                    firstDecimal = n;
                }
            }
            if (firstDecimal == null) {
                throw new BadDetailsException("a wait without a duration in seconds");
            }
            return firstDecimal;
        }

        private static boolean isSeconds(String details, int from) {
            int i = from;
            while (i < details.length() && WhiteSpace.is(details.charAt(i))) {
                i++;
            }
            return details.startsWith("sec", i);
        }
    }
}
