package org.atelier.accounts;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account to be made.
 *
 * @param username as {@link AccountRules} has it
 * @param email null for none
 * @param fullName null for none
 * @param passwordHash with its algorithm in front
 * @param roles what it may do
 */
public record NewAccount(
        String username, @Nullable String email, @Nullable String fullName, String passwordHash, Set<Role> roles) {

    /** Copies the roles. */
    public NewAccount {
        roles = Set.copyOf(roles);
    }

    /** Hides the hash. */
    @Override
    public String toString() {
        return "NewAccount[" + username + "]";
    }
}
