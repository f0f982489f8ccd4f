package org.atelier.api.security;

import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import org.jspecify.annotations.Nullable;

/**
 * A key of RSA.
 *
 * @param open verifies
 * @param closed signs; null where it only verifies
 */
record RsaKeys(RSAPublicKey open, @Nullable RSAPrivateCrtKey closed) {}
