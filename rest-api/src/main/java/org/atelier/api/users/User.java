package org.atelier.api.users;

import java.time.Instant;
import java.util.List;
import org.atelier.accounts.Account;
import org.atelier.accounts.Role;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is shown: never its password or the hash of it.
 *
 * @param id never given again
 * @param username unique whatever its case
 * @param email null for none
 * @param fullName null for none
 * @param roles words such as {@code reader}
 * @param actif whether it may log in
 * @param dateCreation when it was made
 * @param buckets companies that it is bound to; none: it is not bound
 */
record User(
        long id,
        String username,
        @Nullable String email,
        @Nullable String fullName,
        List<String> roles,
        boolean actif,
        Instant dateCreation,
        List<String> buckets) {

    static User of(Account account) {
        return new User(
                account.id(),
                account.username(),
                account.email(),
                account.fullName(),
                account.roles().stream().map(Role::word).toList(),
                account.active(),
                account.created(),
                account.buckets());
    }
}
