package org.atelier.api.security;

import java.util.EnumSet;
import java.util.Set;
import org.atelier.accounts.Role;
import org.springframework.http.HttpMethod;

/**
 * Who may do what: one line of the table.
 *
 * @param method of the request
 * @param path a pattern of Spring's, without a slash at its end
 * @param access who may
 */
public record Route(HttpMethod method, String path, Access access) {

    /** Who may use a route. */
    public enum Access {
        /** Everybody, without a token. */
        OPEN(EnumSet.noneOf(Role.class), true),
        /** Whoever has a token, for what is his own. */
        SELF(EnumSet.noneOf(Role.class), true),
        /** Readers of measurements, also those bound to companies, who get only theirs. */
        READ_MEASUREMENTS(EnumSet.of(Role.READER, Role.OPERATOR, Role.ADMIN), true),
        /** Readers. */
        READ(EnumSet.of(Role.READER, Role.OPERATOR, Role.ADMIN), false),
        /** Operators. */
        OPERATE(EnumSet.of(Role.OPERATOR, Role.ADMIN), false),
        /** Admins. */
        ADMINISTER(EnumSet.of(Role.ADMIN), false),
        /** Senders of channels. */
        INGEST(EnumSet.of(Role.INGEST, Role.ADMIN), false);

        private final Set<Role> roles;
        private final boolean bound;

        Access(Set<Role> roles, boolean bound) {
            this.roles = roles;
            this.bound = bound;
        }

        /** The roles of which one is needed; of {@link #OPEN} and {@link #SELF} none is. */
        public Set<Role> roles() {
            return Set.copyOf(roles);
        }

        /** Whether callers who are bound to companies may as well. */
        public boolean forBound() {
            return bound;
        }
    }
}
