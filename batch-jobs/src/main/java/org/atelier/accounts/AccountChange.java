package org.atelier.accounts;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes another at an account; null stays as it is.
 *
 * @param active whether it may log in
 * @param roles what it may do
 * @param email address
 * @param fullName name
 * @param passwordHash with its algorithm in front
 */
public record AccountChange(
        @Nullable Boolean active,
        @Nullable Set<Role> roles,
        @Nullable String email,
        @Nullable String fullName,
        @Nullable String passwordHash) {

    /** Changes nothing yet. */
    public static final AccountChange NONE = new AccountChange(null, null, null, null, null);

    /** The same, with this for {@link #active}. */
    public AccountChange active(boolean value) {
        return new AccountChange(value, roles, email, fullName, passwordHash);
    }

    /** The same, with this for {@link #roles}. */
    public AccountChange roles(Set<Role> value) {
        return new AccountChange(active, Set.copyOf(value), email, fullName, passwordHash);
    }

    /** The same, with this for {@link #passwordHash}. */
    public AccountChange passwordHash(String value) {
        return new AccountChange(active, roles, email, fullName, value);
    }

    /** Hides the hash. */
    @Override
    public String toString() {
        return "AccountChange[active=" + active + ", roles=" + roles + "]";
    }
}
