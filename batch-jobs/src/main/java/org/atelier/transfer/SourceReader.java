package org.atelier.transfer;

import java.util.ArrayList;
import java.util.List;
import org.atelier.settings.Values;

/** Puts the sources of a job together from its settings. */
public final class SourceReader {

    private final Values values;
    private final SourceKeys keys;

    /**
     * @param values what was written; takes the problems
     * @param keys the job's
     */
    public SourceReader(Values values, SourceKeys keys) {
        this.values = values;
        this.keys = keys;
    }

    /** Those that can be used; what is wrong with others is a problem of the setting. */
    public List<RemoteSource> sources() {
        TransferSettings transfer = transfer();
        List<RemoteSource> sources = new ArrayList<>();
        List<String> urls = values.get(keys.source()).orElse(List.of());
        for (int i = 0; i < urls.size(); i++) {
            try {
                sources.add(withSecrets(RemoteSource.parse(urls.get(i))).withTransfer(transfer));
            } catch (IllegalArgumentException e) {
                String which = urls.size() == 1 ? "" : "source " + (i + 1) + ": ";
                values.problem(
                        keys.source(),
                        which + e.getMessage(),
                        "it expects " + keys.source().expects());
            }
        }
        return sources;
    }

    private RemoteSource withSecrets(RemoteSource source) {
        RemoteSource result = source;
        boolean nobody = source.username().isEmpty() || source.username().equals("anonymous");
        if (nobody && !source.scheme().equals("file")) {
            result = values.get(keys.username()).map(result::withUsername).orElse(result);
        }
        if (source.password() == null) {
            result = values.get(keys.password()).map(result::withPassword).orElse(result);
        }
        result = values.get(keys.privateKey()).map(result::withPrivateKey).orElse(result);
        result = values.get(keys.certificates())
                .map(result::withTrustedCertificates)
                .orElse(result);
        return result.withKnownHosts(values.value(keys.knownHosts()));
    }

    private TransferSettings transfer() {
        TransferSettings defaults = TransferSettings.defaults();
        try {
            return new TransferSettings(
                    values.value(keys.connectTimeout()),
                    values.value(keys.dataTimeout()),
                    defaults.controlTimeout(),
                    defaults.keepAlive(),
                    values.value(keys.passive()),
                    values.value(keys.names()),
                    defaults.verifyHost());
        } catch (IllegalArgumentException e) {
            values.problem(keys.connectTimeout(), String.valueOf(e.getMessage()), "choose a longer or shorter one");
            return defaults;
        }
    }
}
