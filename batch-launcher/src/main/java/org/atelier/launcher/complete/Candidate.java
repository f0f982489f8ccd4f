package org.atelier.launcher.complete;

/**
 * A word that may be typed next.
 *
 * @param word the whole word, not what is missing of it
 * @param description a few words for shells that show them; may be empty
 */
public record Candidate(String word, String description) {

    static Candidate of(String word) {
        return new Candidate(word, "");
    }
}
