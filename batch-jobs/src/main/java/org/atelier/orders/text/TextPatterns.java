package org.atelier.orders.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Texts to look for within cleaned values, without regard to case and accents. A doubly encoded pattern inside an
 * otherwise right text counts too; a text that lost letters does not. Immutable.
 */
public final class TextPatterns {

    private static final List<Charset> MISTAKEN_FOR =
            List.of(Charset.forName("windows-1252"), StandardCharsets.ISO_8859_1);
    private static final List<UnaryOperator<String>> CASES =
            List.of(text -> text, text -> text.toUpperCase(Locale.ROOT), text -> text.toLowerCase(Locale.ROOT));

    private final List<String> folded;
    private final List<String> ascii;

    /** @param patterns such as {@code cde Planifiée} */
    public TextPatterns(List<String> patterns) {
        Set<String> all = new LinkedHashSet<>();
        for (String pattern : patterns) {
            all.add(FoldedText.of(pattern));
            CASES.forEach(form -> all.addAll(doublyEncoded(form.apply(pattern))));
        }
        this.folded = List.copyOf(all);
        this.ascii = all.stream().filter(FoldedText::isAscii).toList();
    }

    private static Set<String> doublyEncoded(String pattern) {
        Set<String> forms = new LinkedHashSet<>();
        for (Normalizer.Form form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
            for (Charset charset : MISTAKEN_FOR) {
                String once = DoubleEncoding.redo(Normalizer.normalize(pattern, form), charset);
                forms.add(FoldedText.of(CleanText.withoutC1(once)));
                forms.add(FoldedText.of(CleanText.withoutC1(DoubleEncoding.redo(once, charset))));
            }
        }
        return forms;
    }

    /** Whether a cleaned text contains one of the patterns. */
    public boolean in(String clean) {
        if (FoldedText.isAscii(clean)) {
            return inAscii(clean);
        }
        String text = FoldedText.of(clean);
        for (String pattern : folded) {
            if (text.contains(pattern)) {
                return true;
            }
        }
        return false;
    }

    /** Most texts are ASCII, and nothing need be made of them then. */
    private boolean inAscii(String clean) {
        for (String pattern : ascii) {
            if (FoldedText.inAscii(clean, pattern)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The first part of a text that makes it match, and the shortest one that ends there, as it is written; for people
     * who look for forms. Takes a time that grows with the text's length, and no faster.
     */
    public Optional<String> formIn(String text) {
        if (!in(text)) {
            return Optional.empty();
        }
        FoldedText.Located located = FoldedText.located(text);
        int last = firstEnd(located.text()) - 1;
        if (last < 0) {
            return Optional.empty();
        }
        int origin = located.origins()[last];
        int end = last + 1;
        while (end < located.text().length() && located.origins()[end] == origin) {
            end++;
        }
        int start = located.origins()[lastStart(located.text(), end)];
        return Optional.of(text.substring(start, origin + Character.charCount(text.codePointAt(origin))));
    }

    /** Where the match ends that ends first; 0 for none. */
    private int firstEnd(String text) {
        return folded.stream()
                .filter(text::contains)
                .mapToInt(pattern -> text.indexOf(pattern) + pattern.length())
                .min()
                .orElse(0);
    }

    /** Where the match begins that begins last, of those that end by then. */
    private int lastStart(String text, int end) {
        return folded.stream()
                .mapToInt(pattern -> text.lastIndexOf(pattern, end - pattern.length()))
                .max()
                .orElse(0);
    }
}
