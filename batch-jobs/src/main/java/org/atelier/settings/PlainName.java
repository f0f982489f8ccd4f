package org.atelier.settings;

import java.util.function.UnaryOperator;

/**
 * A name without the prefix {@code ATELIER_} that other programs and images use for the same thing.
 *
 * @param name the environment variable, such as {@code FTP_HOST}
 * @param adapt turns its text into the setting's
 * @param yields whether it counts only where none of the names before it is set
 */
public record PlainName(String name, UnaryOperator<String> adapt, boolean yields) {

    /** One that yields to no other. */
    public PlainName(String name, UnaryOperator<String> adapt) {
        this(name, adapt, false);
    }

    /** One with the setting's own text that counts only where none of the names before it is set. */
    public static PlainName yielding(String name) {
        return new PlainName(name, UnaryOperator.identity(), true);
    }

    static PlainName same(String name) {
        return new PlainName(name, UnaryOperator.identity());
    }
}
