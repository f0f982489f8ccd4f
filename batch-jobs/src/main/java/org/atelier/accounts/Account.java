package org.atelier.accounts;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An account, without its password. Immutable.
 *
 * @param id never given again
 * @param username unique whatever its case
 * @param email unique whatever its case; null for none
 * @param fullName of the person or the program; null for none
 * @param roles what it may do
 * @param active whether it may log in
 * @param created when
 * @param buckets companies that it is bound to; none: it is not bound
 */
public record Account(
        long id,
        String username,
        @Nullable String email,
        @Nullable String fullName,
        Set<Role> roles,
        boolean active,
        Instant created,
        List<String> buckets) {

    /** Copies what can change. */
    public Account {
        EnumSet<Role> inOrder = EnumSet.noneOf(Role.class);
        inOrder.addAll(roles);
        roles = Collections.unmodifiableSet(inOrder);
        buckets = List.copyOf(new TreeSet<>(buckets));
    }
}
