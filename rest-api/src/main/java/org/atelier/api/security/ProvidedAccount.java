package org.atelier.api.security;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.atelier.accounts.Role;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;

/** Takes an identity provider's word on who calls and what he may. Thread-safe. */
final class ProvidedAccount implements Converter<Jwt, AbstractAuthenticationToken> {

    private final String rolesClaim;

    ProvidedAccount(String rolesClaim) {
        this.rolesClaim = rolesClaim;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        List<String> words = token.getClaim(rolesClaim) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
        Set<Role> roles = words.stream().flatMap(word -> Role.of(word).stream()).collect(Collectors.toSet());
        String subject = Objects.requireNonNullElse(token.getSubject(), "");
        String name = Objects.requireNonNullElse(token.getClaimAsString("preferred_username"), subject);
        return new CallerToken(new Caller(subject, name, roles, List.of()));
    }
}
