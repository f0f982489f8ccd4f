package org.atelier.api.security;

import java.util.List;
import java.util.Set;
import org.atelier.accounts.Role;

/**
 * Who calls, as of this request; {@code @AuthenticationPrincipal} of a resource's method. Immutable.
 *
 * @param subject of the token: the account's id, or what an identity provider says
 * @param username to be shown
 * @param roles what he may do
 * @param buckets companies that he is bound to; none: he is not bound
 */
public record Caller(String subject, String username, Set<Role> roles, List<String> buckets) {

    /** Copies what can change. */
    public Caller {
        roles = Set.copyOf(roles);
        buckets = List.copyOf(buckets);
    }

    /** Whether he sees the measurements of some companies alone, and nothing else. */
    public boolean isBound() {
        return !buckets.isEmpty();
    }
}
