package org.atelier.answer;

/**
 * A value that is JSON already, as the database gave it.
 *
 * @param json valid JSON
 */
public record JsonValue(String json) {

    @Override
    public String toString() {
        return json;
    }
}
