package org.atelier.serve;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.atelier.settings.Secret;

/**
 * How tokens are signed and what they say. With a private key they are signed with it (RS256), else with the secret key
 * (HS256). What is wrong with a key is told where it is used: other commands do not need it. Immutable.
 *
 * @param secretKey of HS256
 * @param formerSecretKey the one before, still taken
 * @param privateKey the file of the key of RS256
 * @param formerKey the file of the one before, still taken
 * @param issuer who makes tokens
 * @param audience for whom they are
 * @param lifetime how long they are good for
 */
public record TokenSettings(
        Optional<Secret> secretKey,
        Optional<Secret> formerSecretKey,
        Optional<Path> privateKey,
        Optional<Path> formerKey,
        String issuer,
        String audience,
        Duration lifetime) {}
