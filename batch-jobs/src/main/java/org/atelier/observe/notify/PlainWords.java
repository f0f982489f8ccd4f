package org.atelier.observe.notify;

import java.util.regex.Pattern;

/** Text that may go anywhere: short, without control characters, and without a login in an address. */
final class PlainWords {

    private static final int LONGEST = 600;
    private static final Pattern LOGIN = Pattern.compile("//[^/@\\s]+@");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n]]+");

    private PlainWords() {}

    static String of(String text) {
        String plain = CONTROL.matcher(LOGIN.matcher(text).replaceAll("//***@"))
                .replaceAll(" ")
                .strip();
        return plain.codePointCount(0, plain.length()) <= LONGEST
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST)) + "...";
    }
}
