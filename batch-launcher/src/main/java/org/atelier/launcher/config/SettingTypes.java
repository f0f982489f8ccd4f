package org.atelier.launcher.config;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.atelier.orders.row.ColumnProtection;
import org.atelier.settings.Secret;
import org.atelier.transfer.HostName;

/** The types that settings have. */
final class SettingTypes {

    private static final DateTimeFormatter HOUR_AND_MINUTE =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    static final SettingType<String> TEXT = ScalarType.of("a text", text -> require(!text.isEmpty(), text));
    // A password may begin or end with a blank: it alone is taken as it is.
    static final SettingType<Secret> SECRET = new SettingType<>() {
        @Override
        public String expects() {
            return "a text that is never shown";
        }

        @Override
        public String meant(String text) {
            return text;
        }

        @Override
        public Secret read(RawValue raw, ReadingContext context) {
            if (raw instanceof RawValue.Scalar scalar) {
                return new Secret(scalar.text());
            }
            throw new IllegalArgumentException("not one value");
        }
    };
    /** How long to wait for what may come back; zero is not at all. */
    static final SettingType<Duration> PATIENCE = duration("0s", "7d");

    /** After which time something is done or told; zero is for the setting to say. */
    static final SettingType<Duration> DURATION = duration("0s", "100y");

    /** What the clients of file servers take: above zero, which is for ever to a socket. */
    static final SettingType<Duration> TRANSFER_TIMEOUT = duration("1ms", "1d");

    /** What database drivers take: above zero, which is no limit to them. */
    static final SettingType<Duration> POSITIVE_DURATION = duration("1ms", DurationRange.LONGEST_WAIT);

    static final SettingType<ZoneId> ZONE = ScalarType.of("a time zone such as Europe/Paris", ZoneId::of);
    static final SettingType<LocalTime> TIME =
            ScalarType.of("a time of day such as 05:00", text -> LocalTime.parse(text, HOUR_AND_MINUTE));
    static final SettingType<Path> PATH =
            new ScalarType<>("a path", (text, context) -> context.resolve(require(!text.isEmpty(), text)));
    static final SettingType<Charset> CHARSET = ScalarType.of(
            "a charset that agrees with ASCII, such as UTF-8, ISO-8859-1 or windows-1252", SettingTypes::toCharset);
    static final SettingType<Boolean> SWITCH = ScalarType.of("true or false", SettingTypes::toBoolean);
    static final SettingType<String> JDBC_URL =
            ScalarType.of("a URL such as jdbc:postgresql://host:5432/database", DatabaseUrl::checked);
    static final SettingType<String> HOST =
            ScalarType.of("a host name or address such as db.example.org or ::1, without port", SettingTypes::hosts);
    static final SettingType<URI> HTTP_URL =
            ScalarType.of("a URL such as http://host:9091, without user and query", SettingTypes::toHttpUrl);
    static final SettingType<Secret> SECRET_HTTP_URL = ScalarType.of(
            "a URL such as https://host/path, never shown",
            text -> new Secret(require(isHttp(URI.create(named(text))), text)));
    static final SettingType<List<String>> URLS = new ListType("one URL or a list, such as ftp://user@host:21/logs");
    static final SettingType<List<String>> NAMES = new ListType("one name or a list");
    static final SettingType<Map<String, String>> TEXTS_BY_NAME =
            new MapType<>("names with values, such as DEM12=PVC,SU12=HYBRIDE", text -> require(!text.isEmpty(), text));
    static final SettingType<Map<String, LocalTime>> TIMES_BY_NAME = new MapType<>(
            "names with times of day, such as DEM12=05:00", text -> LocalTime.parse(text, HOUR_AND_MINUTE));

    static final SettingType<Map<String, Duration>> DURATIONS_BY_NAME = new MapType<>(
            "names with durations from 0s to 100y, such as machine-logs=30h,orders=2h",
            new DurationRange("0s", "100y")::parse);

    // So that no slip of a finger deletes what is new, and no date lies outside of what databases know.
    static final SettingType<Duration> AGE = age("1d");

    static final SettingType<Duration> AGE_OR_NONE = age("0d");

    static final SettingType<BigDecimal> RATIO =
            ScalarType.of("a share such as 20% or 0.2, " + Ratios.RANGE, Ratios::parse);

    static final SettingType<List<String>> PATTERNS = new ListType("one text or a list", String::strip, 1);

    // Codes are cleaned of blanks around them before they are compared, so one in front could never fit.
    static final SettingType<List<String>> CODES =
            new ListType("one beginning of a code or a list", String::stripLeading, 1);

    static final SettingType<Map<String, ColumnProtection.Choice>> PROTECTION = new MapType<>(
            "columns with keep, pseudonymise or drop, such as affaire=pseudonymise",
            text -> Enum.valueOf(ColumnProtection.Choice.class, text.toUpperCase(Locale.ROOT)));

    private static final Pattern UNNAMED = Pattern.compile("(?i)https?://([^/?#@]*@)?[^/?#@:]*_[^/?#@]*([/?#].*)?");

    private SettingTypes() {}

    /** Durations within bounds, both included. */
    private static SettingType<Duration> duration(String least, String most) {
        DurationRange range = new DurationRange(least, most);
        return ScalarType.of("a duration such as 500ms, 60s, 10m or 1h30m, " + range.words(), range::parse);
    }

    private static SettingType<Duration> age(String least) {
        DurationRange range = new DurationRange(least, "100y");
        return ScalarType.of("an age such as 90d or 1y, " + range.words() + "; a year has 365.25 days", range::parse);
    }

    /** Whole numbers within bounds, both included. */
    static SettingType<Integer> number(int least, int most) {
        NumberRange range = new NumberRange(least, most);
        return ScalarType.of("a whole number " + range.words(), text -> Math.toIntExact(range.parse(text)));
    }

    /** The constants of an enum in lower case; case does not count. */
    static <E extends Enum<E>> SettingType<E> choice(Class<E> type) {
        String names = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return ScalarType.of("one of " + names, text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
    }

    /** One, or several that are tried one after the other. */
    private static String hosts(String text) {
        return Stream.of(text.split(",", -1))
                .map(host -> HostName.inUrl(HostName.read(host.strip())))
                .collect(Collectors.joining(","));
    }

    /** Java's HTTP client knows those names only that a URI may have. */
    private static String named(String url) {
        if (UNNAMED.matcher(url).matches()) {
            throw new UnusableValueException(
                    "the URL's host has an underscore, which no HTTP client of Java takes",
                    "use another name of that machine, such as a network alias, or its address");
        }
        return url;
    }

    private static URI toHttpUrl(String text) {
        URI url = URI.create(named(text));
        boolean bare = url.getUserInfo() == null && url.getQuery() == null && url.getFragment() == null;
        return require(isHttp(url) && bare, url);
    }

    private static boolean isHttp(URI url) {
        boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        return http && url.getHost() != null;
    }

    /** A path's slashes and a server's commands are ASCII. */
    private static Charset toCharset(String text) {
        Charset charset = Charset.forName(text);
        String ascii = IntStream.range(1, 0x80).mapToObj(Character::toString).collect(Collectors.joining());
        byte[] bytes = ascii.getBytes(StandardCharsets.US_ASCII);
        return require(charset.canEncode() && Arrays.equals(ascii.getBytes(charset), bytes), charset);
    }

    private static boolean toBoolean(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static <T> T require(boolean holds, T value) {
        if (!holds) {
            throw new IllegalArgumentException(String.valueOf(value));
        }
        return value;
    }
}
