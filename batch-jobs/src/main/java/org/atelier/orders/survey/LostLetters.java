package org.atelier.orders.survey;

import java.text.Normalizer;
import java.util.Optional;

/**
 * Finds a pattern some of whose letters beyond ASCII were lost: each became one to four question marks or U+FFFD, a
 * mark a byte if not one for all. Upper and lower case count alike. Immutable.
 */
final class LostLetters {

    /** A letter has no more bytes. */
    private static final int MOST = 4;

    private final int[] letters;

    LostLetters(String pattern) {
        this.letters =
                Normalizer.normalize(pattern, Normalizer.Form.NFC).codePoints().toArray();
    }

    /** The first part of a text that is the pattern with letters lost, or with none; empty when there is none. */
    Optional<String> in(String text) {
        Search search = new Search(text, letters);
        for (int start = 0; start < text.length(); start++) {
            int end = search.end(start, 0);
            if (end >= 0) {
                return Optional.of(text.substring(start, end));
            }
        }
        return Optional.empty();
    }

    /** Remembers where the rest of the pattern was not found, so that nothing is looked at twice. */
    private static final class Search {

        private final String text;
        private final int[] letters;
        private final int window;
        private final int[] failed;

        Search(String text, int[] letters) {
            this.text = text;
            this.letters = letters;
            this.window = letters.length * MOST + 1;
            this.failed = new int[window * (letters.length + 1)];
        }

        /** Where the rest of the pattern ends that begins there; -1 when it does not. */
        int end(int at, int letter) {
            if (letter == letters.length || at >= text.length()) {
                return letter == letters.length ? at : -1;
            }
            int place = at % window * (letters.length + 1) + letter;
            if (failed[place] == at + 1) {
                return -1;
            }
            int end = letters[letter] > '~' ? endAfterLost(at, letter) : -1;
            int there = text.codePointAt(at);
            if (end < 0 && folded(there) == folded(letters[letter])) {
                end = end(at + Character.charCount(there), letter + 1);
            }
            if (end < 0) {
                failed[place] = at + 1;
            }
            return end;
        }

        private int endAfterLost(int at, int letter) {
            int end = -1;
            for (int marks = lostAt(at); marks > 0 && end < 0; marks--) {
                end = end(at + marks, letter + 1);
            }
            return end;
        }

        private int lostAt(int at) {
            int marks = 0;
            while (marks < MOST && at + marks < text.length() && isLost(text.charAt(at + marks))) {
                marks++;
            }
            return marks;
        }

        private static boolean isLost(char c) {
            return c == '?' || c == '\uFFFD';
        }

        private static int folded(int c) {
            return Character.toLowerCase(Character.toUpperCase(c));
        }
    }
}
