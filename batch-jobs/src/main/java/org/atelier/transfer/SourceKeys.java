package org.atelier.transfer;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.atelier.settings.Secret;
import org.atelier.settings.Setting;
import org.atelier.settings.SettingType;
import org.atelier.settings.SettingTypes;

/**
 * The settings of a job that say where its files are and how to get at them. Each job has its own, with its own words
 * for where they are and who logs in.
 *
 * @param source URLs
 * @param username for sources whose URL names nobody
 * @param password of that login
 */
public record SourceKeys(
        Setting<List<String>> source,
        Setting<String> username,
        Setting<Secret> password,
        Setting<Path> privateKey,
        Setting<Path> knownHosts,
        Setting<Path> certificates,
        Setting<Duration> connectTimeout,
        Setting<Duration> dataTimeout,
        Setting<Boolean> passive,
        Setting<Charset> names) {

    /** One URL or several. */
    public static final SettingType<List<String>> URLS =
            SettingTypes.list("one URL or a list, such as ftp://user@host:21/logs", String::strip, 0);

    private static final TransferSettings USUAL = TransferSettings.defaults();

    /**
     * The ones of a job; what is the same for every job is worded here.
     *
     * @param prefix of the keys, such as {@code atelier.machine-logs}
     */
    public static SourceKeys of(
            String prefix, Setting<List<String>> source, Setting<String> username, Setting<Secret> password) {
        return new SourceKeys(
                source,
                username,
                password,
                file(
                        prefix + ".private-key",
                        "none",
                        "/etc/atelier/id_ed25519",
                        "The private key for `sftp://`, instead of a password."),
                file(
                        prefix + ".known-hosts",
                        "~/.ssh/known_hosts",
                        "/etc/atelier/known_hosts",
                        "The host keys that `sftp://` trusts."),
                file(
                        prefix + ".trusted-certificates",
                        "what Java trusts",
                        "/etc/atelier/plant-ca.pem",
                        "The certificates (PEM) that `ftps://` trusts."),
                timeout(
                        prefix + ".connect-timeout",
                        USUAL.connectTimeout(),
                        "30s",
                        "How long a connection to a source may take to come about."),
                timeout(prefix + ".data-timeout", USUAL.dataTimeout(), "2m", "How long a transfer may stand still."),
                passive(prefix),
                names(prefix));
    }

    private static Setting<Path> file(String key, String usual, String example, String doc) {
        return Setting.of(key, SettingTypes.PATH, usual, example, doc);
    }

    private static Setting<Boolean> passive(String prefix) {
        return Setting.of(
                prefix + ".passive",
                SettingTypes.SWITCH,
                String.valueOf(USUAL.passive()),
                "false",
                "Whether FTP data connections are opened by this side (passive mode).");
    }

    private static Setting<Charset> names(String prefix) {
        return Setting.of(
                prefix + ".names",
                SettingTypes.CHARSET,
                USUAL.names().name(),
                "windows-1252",
                "The charset of the names on the sources, of whatever kind; on FTP also that of user and password.");
    }

    private static Setting<Duration> timeout(String key, Duration usual, String example, String doc) {
        return Setting.of(key, SettingTypes.TRANSFER_TIMEOUT, usual.toSeconds() + "s", example, doc);
    }
}
