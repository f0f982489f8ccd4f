package org.atelier.settings;

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
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The types that settings have; those of one concern alone are made by its group. */
public final class SettingTypes {

    private static final DateTimeFormatter HOUR_AND_MINUTE =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    public static final SettingType<String> TEXT = ScalarType.of("a text", SettingTypes::toText);
    // A password may begin or end with a blank: it alone is taken as it is.
    public static final SettingType<Secret> SECRET = new SettingType<>() {
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
    public static final SettingType<Duration> PATIENCE = duration("0s", "7d");

    /** After which time something is done or told; zero is for the setting to say. */
    public static final SettingType<Duration> DURATION = duration("0s", "100y");

    /** What the clients of file servers take: above zero, which is for ever to a socket. */
    public static final SettingType<Duration> TRANSFER_TIMEOUT = duration("1ms", "1d");

    /** What database drivers take: above zero, which is no limit to them. */
    public static final SettingType<Duration> POSITIVE_DURATION = duration("1ms", DurationRange.LONGEST_WAIT);

    public static final SettingType<ZoneId> ZONE = ScalarType.of("a time zone such as Europe/Paris", ZoneId::of);
    public static final SettingType<LocalTime> TIME =
            ScalarType.of("a time of day such as 05:00", SettingTypes::toTime);
    public static final SettingType<Path> PATH =
            new ScalarType<>("a path", (text, context) -> context.resolve(require(!text.isEmpty(), text)));
    public static final SettingType<Charset> CHARSET = ScalarType.of(
            "a charset that agrees with ASCII, such as UTF-8, ISO-8859-1 or windows-1252", SettingTypes::toCharset);
    public static final SettingType<Boolean> SWITCH = ScalarType.of("true or false", SettingTypes::toBoolean);
    public static final SettingType<String> HOST =
            ScalarType.of("a host name or address such as db.example.org or ::1, without port", SettingTypes::hosts);
    public static final SettingType<URI> HTTP_URL =
            ScalarType.of("a URL such as http://host:9091, without user and query", SettingTypes::toHttpUrl);
    public static final SettingType<Secret> SECRET_HTTP_URL = ScalarType.of(
            "a URL such as https://host/path, never shown",
            text -> new Secret(require(isHttp(URI.create(named(text))), text)));
    public static final SettingType<List<String>> NAMES = new ListType("one name or a list");
    // So that no slip of a finger deletes what is new, and no date lies outside of what databases know.
    public static final SettingType<Duration> AGE = age("1d");

    public static final SettingType<Duration> AGE_OR_NONE = age("0d");

    public static final SettingType<BigDecimal> RATIO =
            ScalarType.of("a share such as 20% or 0.2, " + Ratios.RANGE, Ratios::parse);

    private static final Pattern UNNAMED = Pattern.compile("(?i)https?://([^/?#@]*@)?[^/?#@:]*_[^/?#@]*([/?#].*)?");

    private SettingTypes() {}

    /** One text; what {@code parse} throws is told as a value that is none, and not shown. */
    public static <T> SettingType<T> one(String expects, Function<String, T> parse) {
        return ScalarType.of(expects, parse);
    }

    /**
     * One text or a list of texts, blank ones left out.
     *
     * @param trim what is done with the blanks of each
     * @param least how many there must be
     */
    public static SettingType<List<String>> list(String expects, UnaryOperator<String> trim, int least) {
        return new ListType(expects, trim, least);
    }

    /** Names with values. */
    public static <T> SettingType<Map<String, T>> byName(String expects, Function<String, T> parse) {
        return new MapType<>(expects, parse);
    }

    /** The text itself, which may not be empty. */
    public static String toText(String text) {
        return require(!text.isEmpty(), text);
    }

    /** The time of day in such a text. */
    public static LocalTime toTime(String text) {
        return LocalTime.parse(text, HOUR_AND_MINUTE);
    }

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
    public static SettingType<Integer> number(int least, int most) {
        NumberRange range = new NumberRange(least, most);
        return ScalarType.of("a whole number " + range.words(), text -> Math.toIntExact(range.parse(text)));
    }

    /** The constants of an enum in lower case, with hyphens; case does not count. */
    public static <E extends Enum<E>> SettingType<E> choice(Class<E> type) {
        String names = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
        return ScalarType.of("one of " + names, text -> toConstant(type, text));
    }

    /** The constant of that name in lower case, with hyphens. */
    public static <E extends Enum<E>> E toConstant(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
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
