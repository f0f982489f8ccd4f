package org.atelier.api.users;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to become another at an account; null stays as it is.
 *
 * @param actif false deactivates it, and its tokens end
 * @param roles all that it is to have
 * @param email address
 * @param fullName name
 * @param password a new one, and its tokens end
 */
record UserChange(
        @Nullable Boolean actif,
        @Nullable List<String> roles,

        @Nullable @Email(message = "must be an address for mail") @Size(max = 254, message = "is too long") String email,

        @Nullable @Size(max = 200, message = "is too long") String fullName,
        @Nullable String password) {

    /** Hides the password. */
    @Override
    public String toString() {
        return "UserChange[actif=" + actif + ", roles=" + roles + "]";
    }
}
