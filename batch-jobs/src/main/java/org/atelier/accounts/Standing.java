package org.atelier.accounts;

import java.util.List;
import java.util.Set;

/**
 * What an account is allowed at this moment.
 *
 * @param username the name
 * @param roles none when it is not active
 * @param active whether it may log in
 * @param tokenVersion of tokens that still count
 * @param buckets companies that it is bound to; none: it is not bound
 */
public record Standing(String username, Set<Role> roles, boolean active, int tokenVersion, List<String> buckets) {

    /** Copies what can change. */
    public Standing {
        roles = Set.copyOf(roles);
        buckets = List.copyOf(buckets);
    }
}
