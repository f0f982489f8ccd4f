package org.atelier.orders.survey;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.atelier.orders.text.CleanText;
import org.atelier.orders.text.TextPatterns;

/**
 * Finds the part of a note that plans its order, as it is written there, or that would plan it had it not lost letters.
 * Nothing else of the note is given away. Immutable.
 */
final class NoteForms {

    /** What became of one letter: a mark a byte, if not one for all. */
    private static final String LOST = "[?\uFFFD]{1,4}";

    private final TextPatterns patterns;
    private final List<Pattern> lost;

    NoteForms(List<String> plannedNotes) {
        this.patterns = new TextPatterns(plannedNotes);
        this.lost = plannedNotes.stream().map(NoteForms::withLostLetters).toList();
    }

    private static Pattern withLostLetters(String pattern) {
        StringBuilder regex = new StringBuilder();
        Normalizer.normalize(pattern, Normalizer.Form.NFC).codePoints().forEach(c -> {
            String letter = Pattern.quote(Character.toString(c));
            regex.append(c > '~' ? "(?:" + LOST + "|" + letter + ")" : letter);
        });
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The form in a note as it stands in the ERP; empty when there is none. */
    Optional<String> in(String raw) {
        Optional<String> form = patterns.formIn(raw);
        if (form.isPresent()) {
            return form;
        }
        String clean = CleanText.of(raw);
        return clean == null ? Optional.empty() : patterns.formIn(clean).or(() -> lostIn(clean));
    }

    private Optional<String> lostIn(String clean) {
        return lost.stream()
                .map(pattern -> pattern.matcher(clean))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }
}
