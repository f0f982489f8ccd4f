package org.atelier.settings;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one place that shows URLs: whatever tells one, or a text in which a driver may quote one, sends it through here.
 * A login in front of a host and the values of parameters that are secret by their names ({@code password},
 * {@code sslpassword}, {@code trustCertificateKeyStorePassword} ...) are masked; everything else stays as it is.
 */
public final class ShownUrl {

    private static final String MASK = "******";

    /** Parts of the names of secrets. */
    private static final String SECRET = "passw|passphrase|secret|token|credential";

    private static final Pattern SECRET_NAME = Pattern.compile("(?i).*(" + SECRET + ").*");

    // Counts have bounds, so that a long text takes no longer than its length.
    /** Names may be written with percent signs, so each one is looked at after decoding. */
    private static final Pattern PARAMETER =
            Pattern.compile("([?&;,(]\\s{0,3})([\\w.%$-]{1,80}+)(\\s{0,3}=\\s{0,3})([^&;,()\\s'\"]*)");

    private static final Pattern LOGIN = Pattern.compile("(?i)([a-z][a-z0-9+.:-]{0,40}:/{2,3})[^\\s'\"/?#]*@");

    private ShownUrl() {}

    /**
     * A URL for people.
     *
     * @param url alone, with whatever may be wrong with it
     */
    public static String of(String url) {
        int question = url.indexOf('?');
        String place = within(question < 0 ? url : url.substring(0, question));
        if (question < 0) {
            return place;
        }
        // The value of a parameter ends with the parameter, whatever else is in it.
        return place + "?"
                + Stream.of(url.substring(question + 1).split("&", -1))
                        .map(ShownUrl::parameter)
                        .collect(Collectors.joining("&"));
    }

    /** A text in which there may be URLs, such as what a driver says. */
    public static String within(String text) {
        if (text.indexOf('@') < 0 && text.indexOf('=') < 0) {
            return text;
        }
        String open = LOGIN.matcher(text).replaceAll("$1" + MASK + "@");
        return PARAMETER
                .matcher(open)
                .replaceAll(found -> Matcher.quoteReplacement(
                        isSecret(found.group(2))
                                ? found.group(1) + found.group(2) + found.group(3) + MASK
                                : found.group()));
    }

    /** Whether the value of a parameter of that name is never shown. */
    public static boolean isSecret(String name) {
        return SECRET_NAME.matcher(decoded(name).toLowerCase(Locale.ROOT)).matches();
    }

    private static String parameter(String text) {
        int equals = text.indexOf('=');
        return equals >= 0 && isSecret(text.substring(0, equals)) ? text.substring(0, equals + 1) + MASK : text;
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }
}
