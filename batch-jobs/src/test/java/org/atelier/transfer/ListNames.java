package org.atelier.transfer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lists a local directory and reads what it can, for a JVM of another locale; prints ASCII. */
final class ListNames {

    private ListNames() {}

    public static void main(String[] arguments) throws IOException {
        var out = new PrintStream(System.out, true, US_ASCII);
        out.println(System.getProperty("sun.jnu.encoding"));
        try (var directory = RemoteDirectories.connect(RemoteSource.parse(arguments[0]))) {
            for (RemoteEntry entry : directory.list("").stream()
                    .sorted(Comparator.comparing(RemoteEntry::name))
                    .toList()) {
                out.println(escaped(entry.name()) + (entry.fault() == null ? " " + read(directory, entry) : " fault"));
            }
        }
    }

    private static String read(RemoteDirectory directory, RemoteEntry entry) throws IOException {
        try (InputStream in = directory.open(entry.name(), 0)) {
            return new String(in.readAllBytes(), US_ASCII);
        }
    }

    private static String escaped(String text) {
        return text.chars()
                .mapToObj(c -> c < 0x80 ? Character.toString(c) : String.format(Locale.ROOT, "\\u%04x", c))
                .collect(Collectors.joining());
    }
}
