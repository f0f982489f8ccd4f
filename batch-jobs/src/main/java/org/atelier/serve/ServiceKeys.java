package org.atelier.serve;

import com.google.auto.service.AutoService;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.atelier.settings.Catalogue;
import org.atelier.settings.Secret;
import org.atelier.settings.Setting;
import org.atelier.settings.SettingGroup;
import org.atelier.settings.SettingTypes;
import org.atelier.settings.Values;

/** The settings of the HTTP service, in the order of the reference page. */
@AutoService(SettingGroup.class)
public final class ServiceKeys extends SettingGroup {

    static final Setting<String> ADDRESS = Setting.of(
            "atelier.api.address",
            SettingTypes.HOST,
            "127.0.0.1",
            "0.0.0.0",
            "The address that the API listens on; `0.0.0.0` is every one of this machine, as in a container.");

    static final Setting<Integer> PORT = Setting.of(
            "atelier.api.port",
            SettingTypes.number(0, 65_535),
            "8000",
            "8080",
            "The port that the API listens on; 0: a free one, which it says.");

    static final Setting<List<String>> TRUSTED_PROXIES = Setting.of(
            "atelier.api.trusted-proxies",
            SettingTypes.list("one address or a list of addresses", String::strip, 1),
            "none",
            "[10.0.0.5]",
            "Addresses of proxies in front of the API, whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed.");

    static final Setting<Secret> FORMER_SECRET_KEY = Setting.of(
                    "atelier.api.former-secret-key",
                    SettingTypes.SECRET,
                    "none",
                    "change-me-last-month",
                    "What `atelier.secret-key` was before: while it is set, tokens made with it are still taken.")
            .asSecret();

    static final Setting<Path> PRIVATE_KEY = Setting.of(
            "atelier.api.private-key-path",
            SettingTypes.PATH,
            "none: tokens are signed with `atelier.secret-key` (HS256)",
            "/etc/atelier/token-key.pem",
            "The file of an RSA key of at least 2048 bits (PEM, PKCS #8): tokens are signed with it (RS256).");

    static final Setting<Path> FORMER_PRIVATE_KEY = Setting.of(
            "atelier.api.former-key-path",
            SettingTypes.PATH,
            "none",
            "/etc/atelier/former-token-key.pem",
            "The file of the RSA key before that one, private or public (PEM): tokens made with it are still taken.");

    static final Setting<String> ISSUER = Setting.of(
            "atelier.api.issuer",
            SettingTypes.TEXT,
            "atelier",
            "https://atelier.example.org",
            "Who tokens say has made them (`iss`); others are refused.");

    static final Setting<String> AUDIENCE = Setting.of(
            "atelier.api.audience",
            SettingTypes.TEXT,
            "atelier-api",
            "workshop-api",
            "For whom tokens are (`aud`); others are refused.");

    static final Setting<Duration> TOKEN_LIFETIME = Setting.of(
            "atelier.api.token-lifetime",
            SettingTypes.DURATION,
            "30m",
            "10m",
            "How long a token is good for; at least `1s`.");

    static final Setting<URI> IDENTITY_PROVIDER = Setting.of(
            "atelier.api.identity-provider",
            SettingTypes.HTTP_URL,
            "none: accounts and tokens are Atelier's own",
            "https://login.example.org/realms/workshop",
            "The issuer URI of an identity provider (OpenID Connect) whose tokens are taken instead of own ones.");

    static final Setting<String> ROLES_CLAIM = Setting.of(
            "atelier.api.roles-claim",
            SettingTypes.TEXT,
            "roles",
            "groups",
            "The claim of the identity provider's tokens that lists roles: `reader`, `operator`, `admin`, `ingest`.");

    static final Setting<Boolean> OPEN_REGISTRATION = Setting.of(
            "atelier.api.open-registration",
            SettingTypes.SWITCH,
            "false",
            "true",
            "Whether anybody may make an account, with the role `reader`; else admins alone make them.");

    static final Setting<Boolean> OPEN_METRICS = Setting.of(
            "atelier.api.open-metrics",
            SettingTypes.SWITCH,
            "false",
            "true",
            "Whether `/metrics` is answered without a token, as where Prometheus alone reaches the API.");

    static final Setting<Integer> CONNECTIONS = Setting.of(
            "atelier.api.connections",
            SettingTypes.number(1, 200),
            "10",
            "20",
            "How many connections to the database the API has at most.");

    static final Setting<Duration> STATEMENT_TIMEOUT = Setting.of(
            "atelier.api.statement-timeout",
            SettingTypes.POSITIVE_DURATION,
            "30s",
            "10s",
            "How long one statement of the API may take in the database.");

    /** Found by the service loader. */
    public ServiceKeys() {
        super(
                "api",
                Part.SERVICE,
                List.of(
                        ADDRESS,
                        PORT,
                        TRUSTED_PROXIES,
                        FORMER_SECRET_KEY,
                        PRIVATE_KEY,
                        FORMER_PRIVATE_KEY,
                        ISSUER,
                        AUDIENCE,
                        TOKEN_LIFETIME,
                        IDENTITY_PROVIDER,
                        ROLES_CLAIM,
                        OPEN_REGISTRATION,
                        OPEN_METRICS,
                        CONNECTIONS,
                        STATEMENT_TIMEOUT));
    }

    @Override
    protected Object read(Values values, Path dataDir, ZoneId zone) {
        return new ServiceSettings(
                values.value(ADDRESS),
                values.value(PORT),
                values.get(TRUSTED_PROXIES).orElse(List.of()),
                tokens(values),
                values.get(IDENTITY_PROVIDER),
                values.value(ROLES_CLAIM),
                values.value(OPEN_REGISTRATION),
                values.value(OPEN_METRICS),
                values.value(CONNECTIONS),
                values.value(STATEMENT_TIMEOUT));
    }

    private static TokenSettings tokens(Values values) {
        Duration lifetime = values.value(TOKEN_LIFETIME);
        if (lifetime.toSeconds() < 1) {
            values.problem(TOKEN_LIFETIME, "a token would be good for no time", "give it a second or more");
        }
        return new TokenSettings(
                values.get(Catalogue.SECRET_KEY),
                values.get(FORMER_SECRET_KEY),
                values.get(PRIVATE_KEY),
                values.get(FORMER_PRIVATE_KEY),
                values.value(ISSUER),
                values.value(AUDIENCE),
                lifetime);
    }
}
