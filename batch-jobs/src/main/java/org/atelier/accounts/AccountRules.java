package org.atelier.accounts;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a username and a password must be, for every front end. Faults are told without the password. */
public final class AccountRules {

    /** Letters, digits and what addresses are made of. */
    public static final String USERNAME = "[\\p{L}\\p{N}._@+-]{3,100}";

    /** In characters. */
    public static final int SHORTEST_PASSWORD = 12;

    /** In characters; a longer one would only cost time. */
    public static final int LONGEST_PASSWORD = 200;

    private static final Pattern NAME = Pattern.compile(USERNAME);

    private AccountRules() {}

    /** What is wrong with a username; empty when it may be. */
    public static Optional<String> faultOfUsername(String username) {
        return NAME.matcher(username).matches()
                ? Optional.empty()
                : Optional.of("must have 3 to 100 letters, digits or any of . _ @ + -");
    }

    /** What is wrong with a password for that account; empty when it may be. */
    public static Optional<String> faultOfPassword(String username, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST_PASSWORD) {
            return Optional.of("must have at least " + SHORTEST_PASSWORD + " characters");
        }
        if (length > LONGEST_PASSWORD) {
            return Optional.of("must have at most " + LONGEST_PASSWORD + " characters");
        }
        return password.strip().toLowerCase(Locale.ROOT).equals(username.toLowerCase(Locale.ROOT))
                ? Optional.of("must not be the username")
                : Optional.empty();
    }
}
