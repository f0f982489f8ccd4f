package org.atelier.settings;

import java.util.function.UnaryOperator;

/**
 * A name without the prefix {@code ATELIER_} that other programs and images use for the same thing.
 *
 * @param name the environment variable, such as {@code FTP_HOST}
 * @param adapt turns its text into the setting's
 */
public record PlainName(String name, UnaryOperator<String> adapt) {

    static PlainName same(String name) {
        return new PlainName(name, UnaryOperator.identity());
    }
}
