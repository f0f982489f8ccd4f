package org.atelier.machinelogs.event;

import com.google.auto.service.AutoService;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** {@code JobProfiel}: the profile of the job that begins, with its length as written, and its colour where known. */
public record JobProfile(
        String reference, BigDecimal length, @Nullable String colour) implements MachineEvent {

    @Override
    public void contributeTo(SessionContributions session) {
        session.profile(reference, length, colour);
    }

    /** Reads {@code JobProfiel}: {@code R:reference L:length C:colour}, in any order; without a colour it is null. */
    @EventType("JobProfiel")
    @AutoService(EventDecoder.class)
    public static final class Decoder implements EventDecoder {

        private static final BigDecimal LONGEST = new BigDecimal("99999999.99");

        @Override
        public MachineEvent decode(@Nullable String details) throws BadDetailsException {
            String text = details == null ? "" : details;
            String reference = valueOf("R:", text);
            String length = valueOf("L:", text);
            if (reference == null || length == null) {
                throw new BadDetailsException("a profile needs R:reference and L:length");
            }
            return new JobProfile(reference, length(length), valueOf("C:", text));
        }

        /** The rest of the first word that begins with this key and has a rest. */
        private static @Nullable String valueOf(String key, String text) {
            int i = 0;
            while (i < text.length()) {
                int end = endOfWord(text, i);
                if (end - i > key.length() && text.startsWith(key, i)) {
                    return text.substring(i + key.length(), end);
                }
                i = end + 1;
            }
            return null;
        }

        private static int endOfWord(String text, int from) {
            int i = from;
            while (i < text.length() && !WhiteSpace.is(text.charAt(i))) {
                i++;
            }
            return i;
        }

        private static BigDecimal length(String word) throws BadDetailsException {
            DetailNumber number = DetailNumber.find(word, 0);
            boolean whole = number != null && number.start() == 0 && number.end() == word.length();
            if (number == null || !whole || number.integerDigits() > 8) {
                throw new BadDetailsException("the length of a profile is a number, at most " + LONGEST);
            }
            BigDecimal length = number.value();
            if (length.compareTo(LONGEST) > 0) {
                throw new BadDetailsException("the length of a profile is at most " + LONGEST);
            }
            return length;
        }
    }
}
