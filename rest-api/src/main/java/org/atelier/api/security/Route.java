package org.atelier.api.security;

import java.util.List;
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

    /** Its method; beside GET also HEAD, which asks the same and tells of it by headers. */
    List<HttpMethod> methods() {
        return method.equals(HttpMethod.GET) ? List.of(HttpMethod.GET, HttpMethod.HEAD) : List.of(method);
    }

    /** Who may use a route. */
    public enum Access {
        /** Everybody, without a token. */
        OPEN,
        /** Whoever has a token, for what is his own. */
        SELF,
        /** Readers of measurements, also those bound to companies, who get only theirs. */
        READ_MEASUREMENTS,
        /** Readers. */
        READ,
        /** Operators. */
        OPERATE,
        /** Admins. */
        ADMINISTER,
        /** Senders of channels. */
        INGEST;

        /** The roles of which one is needed; of {@link #OPEN} and {@link #SELF} none is. */
        public Set<Role> roles() {
            return switch (this) {
                case OPEN, SELF -> Set.of();
                case READ_MEASUREMENTS, READ -> Set.of(Role.READER, Role.OPERATOR, Role.ADMIN);
                case OPERATE -> Set.of(Role.OPERATOR, Role.ADMIN);
                case ADMINISTER -> Set.of(Role.ADMIN);
                case INGEST -> Set.of(Role.INGEST, Role.ADMIN);
            };
        }

        /** Whether callers who are bound to companies may as well. */
        public boolean forBound() {
            return this == OPEN || this == SELF || this == READ_MEASUREMENTS;
        }
    }
}
