package org.atelier.orders.survey;

import java.util.List;
import java.util.Optional;
import org.atelier.orders.text.CleanText;
import org.atelier.orders.text.TextPatterns;

/**
 * Finds the part of a note that plans its order, as it is written there, or that would plan it had it not lost letters.
 * Nothing else of the note is given away. Takes a time that grows with the note's length, and no faster. Immutable.
 */
final class NoteForms {

    private final TextPatterns patterns;
    private final List<LostLetters> lost;

    NoteForms(List<String> plannedNotes) {
        this.patterns = new TextPatterns(plannedNotes);
        this.lost = plannedNotes.stream().map(LostLetters::new).toList();
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
                .map(pattern -> pattern.in(clean))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
