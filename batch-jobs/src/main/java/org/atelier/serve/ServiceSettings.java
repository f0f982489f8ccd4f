package org.atelier.serve;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the HTTP service is told. Immutable.
 *
 * @param address what it listens on
 * @param port 0 for a free one
 * @param trustedProxies addresses whose word on the client's address counts
 * @param tokens its own tokens
 * @param identityProvider whose tokens are taken instead, if any
 * @param rolesClaim where those list roles
 * @param openRegistration whether anybody may make an account
 * @param openMetrics whether metrics are answered without a token
 * @param connections to the database, at most
 * @param statementTimeout of each statement there
 */
public record ServiceSettings(
        String address,
        int port,
        List<String> trustedProxies,
        TokenSettings tokens,
        Optional<URI> identityProvider,
        String rolesClaim,
        boolean openRegistration,
        boolean openMetrics,
        int connections,
        Duration statementTimeout) {

    /** Copies the list. */
    public ServiceSettings {
        trustedProxies = List.copyOf(trustedProxies);
    }
}
