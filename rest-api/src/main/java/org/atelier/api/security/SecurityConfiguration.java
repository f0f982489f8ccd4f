package org.atelier.api.security;

import java.time.Clock;
import org.atelier.accounts.Accounts;
import org.atelier.accounts.Role;
import org.atelier.api.security.Route.Access;
import org.atelier.serve.ServiceSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Tokens in, no sessions, no cookies, no other origin; what the table of routes does not name is for nobody. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    TokenKeys tokenKeys(ServiceSettings settings) {
        return TokenKeys.of(settings.tokens());
    }

    @Bean
    JwtDecoder jwtDecoder(TokenKeys keys, ServiceSettings settings, Clock clock) {
        return settings.identityProvider().isPresent()
                ? TokenDecoder.provider(settings)
                : TokenDecoder.own(keys, settings.tokens(), clock);
    }

    @Bean
    SecurityFilterChain api(
            HttpSecurity http, ServiceSettings settings, JwtDecoder decoder, Accounts accounts, TellRefusals refusals)
            throws Exception {
        http.csrf(AbstractHttpConfigurer::disable)
                .cors(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .exceptionHandling(
                        faults -> faults.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals)
                        .jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(callers(settings, accounts))))
                .authorizeHttpRequests(requests -> {
                    for (Route route : Routes.of(settings)) {
                        route.methods()
                                .forEach(method -> requests.requestMatchers(
                                                PathPatternRequestMatcher.pathPattern(method, route.path()))
                                        .access(manager(route.access())));
                    }
                    requests.anyRequest().authenticated();
                });
        return http.build();
    }

    private static Converter<Jwt, AbstractAuthenticationToken> callers(ServiceSettings settings, Accounts accounts) {
        return settings.identityProvider().isPresent()
                ? new ProvidedAccount(settings.rolesClaim())
                : new KnownAccount(accounts);
    }

    private static AuthorizationManager<RequestAuthorizationContext> manager(Access access) {
        if (access == Access.OPEN) {
            return (authentication, request) -> new AuthorizationDecision(true);
        }
        if (access == Access.SELF) {
            return AuthenticatedAuthorizationManager.authenticated();
        }
        AuthorizationManager<RequestAuthorizationContext> roles = AuthorityAuthorizationManager.hasAnyAuthority(
                access.roles().stream().map(Role::word).toArray(String[]::new));
        return access.forBound()
                ? roles
                : AuthorizationManagers.allOf(roles, AuthorityAuthorizationManager.hasAuthority(CallerToken.UNBOUND));
    }
}
