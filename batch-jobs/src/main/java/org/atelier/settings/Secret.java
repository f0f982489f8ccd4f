package org.atelier.settings;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A password or passphrase that never shows itself: only {@link #reveal()} gives it. Immutable. */
public final class Secret {
    private final String value;

    /**
     * Keeps a secret.
     *
     * @param value the text itself, may be empty
     */
    public Secret(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /**
     * Gives the text; for the call that logs in, and for nothing else.
     *
     * @return the text as it was given
     */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "******";
    }
}
