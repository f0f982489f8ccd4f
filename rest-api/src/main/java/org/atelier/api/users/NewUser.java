package org.atelier.api.users;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account that is asked for.
 *
 * @param username as {@link org.atelier.accounts.AccountRules} has it
 * @param password the same
 * @param email null for none
 * @param fullName null for none
 * @param roles null for {@code reader} alone
 */
record NewUser(
        @NotNull(message = "is missing") String username,
        @NotNull(message = "is missing") String password,

        @Nullable @Email(message = "must be an address for mail") @Size(max = 254, message = "is too long") String email,

        @Nullable @Size(max = 200, message = "is too long") String fullName,
        @Nullable List<String> roles) {

    /** Hides the password. */
    @Override
    public String toString() {
        return "NewUser[" + username + "]";
    }
}
