package org.atelier.orders.text;

import java.util.List;
import java.util.Optional;

/**
 * Beginnings of accessory codes, without regard to case and accents. A blank at the end of a prefix counts: {@code S T
 * } fits {@code S T 12} and {@code S T}, not {@code S TA}. Immutable.
 */
public final class CodePrefixes {

    private final List<String> prefixes;
    private final List<String> folded;

    /** @param prefixes such as {@code SOP} or {@code S P } */
    public CodePrefixes(List<String> prefixes) {
        this.prefixes = List.copyOf(prefixes);
        this.folded = prefixes.stream().map(FoldedText::of).toList();
    }

    /** Whether a cleaned code begins with one of them. */
    public boolean fit(String clean) {
        return prefixOf(clean).isPresent();
    }

    /** The first prefix that a cleaned code begins with. */
    public Optional<String> prefixOf(String clean) {
        boolean ascii = FoldedText.isAscii(clean);
        String code = ascii ? clean : FoldedText.of(clean);
        for (int i = 0; i < folded.size(); i++) {
            if (begins(code, folded.get(i), ascii)) {
                return Optional.of(prefixes.get(i));
            }
        }
        return Optional.empty();
    }

    /** As if the code had one more blank at its end. */
    private static boolean begins(String code, String prefix, boolean ignoreCase) {
        int length = prefix.length();
        return length <= code.length()
                ? code.regionMatches(ignoreCase, 0, prefix, 0, length)
                : length == code.length() + 1
                        && prefix.charAt(length - 1) == ' '
                        && code.regionMatches(ignoreCase, 0, prefix, 0, length - 1);
    }
}
