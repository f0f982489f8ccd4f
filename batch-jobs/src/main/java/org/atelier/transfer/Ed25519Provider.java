package org.atelier.transfer;

import java.security.Provider;
import java.security.Security;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.loader.openssh.OpenSSHKeyPairResourceParser;
import org.apache.sshd.common.util.security.AbstractSecurityProviderRegistrar;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.common.util.security.eddsa.generic.EdDSASupport;

/** Tells Apache MINA SSHD of {@link Ed25519}. */
final class Ed25519Provider extends AbstractSecurityProviderRegistrar {

    private Ed25519Provider() {
        super(SecurityUtils.EDDSA);
    }

    /** Registers it for this JVM, unless another library did; several times are once. */
    static synchronized void register() {
        // Passwords need Bouncy Castle on the class path; keys stay those of the JDK.
        System.setProperty("org.apache.sshd.security.provider.BC.enabled", "false");
        if (!SecurityUtils.isEDDSACurveSupported()) {
            SecurityUtils.registerSecurityProvider(new Ed25519Provider());
            Ed25519 keys = new Ed25519();
            // Those who were loaded earlier have looked already, and found none.
            KeyUtils.registerPublicKeyEntryDecoder(keys.getEDDSAPublicKeyEntryDecoder());
            OpenSSHKeyPairResourceParser.registerPrivateKeyEntryDecoder(keys.getOpenSSHEDDSAPrivateKeyEntryDecoder());
        }
    }

    @Override
    public boolean isSupported() {
        return true;
    }

    @Override
    public boolean isNamedProviderUsed() {
        return false;
    }

    @Override
    public String getDefaultSecurityEntitySupportValue(Class<?> entity) {
        return NO_OPTIONS_VALUE;
    }

    @Override
    public Provider getSecurityProvider() {
        return Security.getProvider("SunEC");
    }

    @Override
    public Optional<EdDSASupport<?, ?>> getEdDSASupport() {
        return Optional.of(new Ed25519());
    }
}
