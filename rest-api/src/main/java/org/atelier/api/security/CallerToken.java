package org.atelier.api.security;

import java.io.Serial;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.atelier.accounts.Role;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A caller as Spring Security keeps him for a request. His authorities are the words of his roles. */
final class CallerToken extends AbstractAuthenticationToken {

    /** Whoever is not bound to companies has it. */
    static final String UNBOUND = "unbound";

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Caller caller;

    CallerToken(Caller caller) {
        super(authorities(caller));
        this.caller = caller;
        setAuthenticated(true);
    }

    private static Collection<GrantedAuthority> authorities(Caller caller) {
        Stream<String> roles = caller.roles().stream().map(Role::word);
        List<String> more = caller.isBound() ? List.of() : List.of(UNBOUND);
        return Stream.concat(roles, more.stream())
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }

    @Override
    public Object getPrincipal() {
        return caller;
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
