package org.atelier.machinelogs.line;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.atelier.machinelogs.event.BadDetailsException;
import org.atelier.machinelogs.event.EventDecoder;
import org.atelier.machinelogs.event.MachineEvent;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a line once more, whole files at a time with strings and regular expressions: slow, and plain to see.
 */
final class ReferenceReader {

    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
    private static final Pattern TIME = Pattern.compile("[0-9]{8} [0-9]{2}:[0-9]{2}:[0-9]{2}");
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuuMMdd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final String BLANKS = "\u00A0\u2007\u202F";

    private final byte[] file;
    private final int mark;
    private final @Nullable Charset charset;
    private final List<ReadLine> lines = new ArrayList<>();

    private ReferenceReader(byte[] file) {
        this.file = file;
        String start = new String(file, 0, Math.min(3, file.length), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u00EF\u00BB\u00BF")) {
            charset = StandardCharsets.UTF_8;
            mark = 3;
        } else if (start.startsWith("\u00FF\u00FE")) {
            charset = StandardCharsets.UTF_16LE;
            mark = 2;
        } else if (start.startsWith("\u00FE\u00FF")) {
            charset = StandardCharsets.UTF_16BE;
            mark = 2;
        } else {
            charset = null;
            mark = 0;
        }
    }

    static List<ReadLine> read(byte[] file) {
        ReferenceReader reader = new ReferenceReader(file);
        reader.split();
        return reader.lines;
    }

    /** One character a unit, the zero ones left out, with the place of each in the file. */
    private void split() {
        int size = mark == 2 ? 2 : 1;
        StringBuilder units = new StringBuilder();
        List<Integer> places = new ArrayList<>();
        for (int i = mark; i < file.length; i += size) {
            boolean half = i + size > file.length;
            char unit = half ? '\uFFFD' : size == 2 ? unitAt(file, i) : (char) (file[i] & 0xFF);
            if (unit != 0) {
                units.append(unit);
                places.add(i);
            }
        }
        int start = mark;
        int done = 0;
        Matcher end = LINE_END.matcher(units);
        while (end.find()) {
            add(start, places.get(end.start()), true);
            start = places.get(end.end() - 1) + size;
            done = end.end();
        }
        if (done < units.length()) {
            add(start, file.length, false);
        }
    }

    private void add(int from, int to, boolean terminated) {
        byte[] bytes = Arrays.copyOfRange(file, from, to);
        long number = lines.size() + 1L;
        if (bytes.length > 65_536) {
            String raw = decodeHead(bytes);
            lines.add(new ReadLine(
                    LineKind.REJECTED, RejectReason.LINE_TOO_LONG, 0, null, null, number, from, terminated, raw));
            return;
        }
        String text = decode(bytes);
        Verdict v = verdict(text);
        lines.add(new ReadLine(v.kind, v.reason, v.second, v.type, v.event, number, from, terminated, text));
    }

    /** Texts too long are ASCII in these tests. */
    private String decodeHead(byte[] bytes) {
        return decode(Arrays.copyOf(bytes, 65_536));
    }

    private String decode(byte[] bytes) {
        if (charset == null) {
            return unmarked(bytes);
        }
        String text = mark == 2 ? utf16(bytes) : new String(bytes, charset);
        return text.replace("\0", "");
    }

    private char unitAt(byte[] bytes, int i) {
        int high = bytes[StandardCharsets.UTF_16BE.equals(charset) ? i : i + 1] & 0xFF;
        int low = bytes[StandardCharsets.UTF_16BE.equals(charset) ? i + 1 : i] & 0xFF;
        return (char) (high * 256 + low);
    }

    private String utf16(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i + 1 < bytes.length; i += 2) {
            text.append(unitAt(bytes, i));
        }
        // Code points of a string are its pairs and whatever stands alone.
        int[] wellFormed = text.codePoints()
                .map(c -> c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c)
                .toArray();
        return new String(wellFormed, 0, wellFormed.length) + (bytes.length % 2 == 0 ? "" : "\uFFFD");
    }

    private static String unmarked(byte[] withNuls) {
        byte[] bytes = new String(withNuls, StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            StringBuilder text = new StringBuilder();
            for (byte b : bytes) {
                String one = new String(new byte[] {b}, Charset.forName("windows-1252"));
                text.append(one.equals("\uFFFD") ? new String(new byte[] {b}, StandardCharsets.ISO_8859_1) : one);
            }
            return text.toString();
        }
    }

    private record Verdict(
            LineKind kind,
            @Nullable RejectReason reason,
            long second,
            @Nullable String type,
            @Nullable MachineEvent event) {

        static Verdict reject(RejectReason reason) {
            return new Verdict(LineKind.REJECTED, reason, 0, null, null);
        }
    }

    private static Verdict verdict(String text) {
        if (trim(text).isEmpty()) {
            return new Verdict(LineKind.BLANK, null, 0, null, null);
        }
        int separator = text.indexOf("|@");
        if (separator < 0) {
            return Verdict.reject(RejectReason.NO_SEPARATOR);
        }
        String time = trim(text.substring(0, separator).replaceAll("[^\\x00-\\x7F]", ""));
        if (!TIME.matcher(time).matches()) {
            return Verdict.reject(RejectReason.BAD_TIMESTAMP);
        }
        try {
            return event(LocalDateTime.parse(time, FORMAT), text.substring(separator + 2));
        } catch (DateTimeException noSuchTime) {
            return Verdict.reject(RejectReason.BAD_TIMESTAMP);
        }
    }

    private static Verdict event(LocalDateTime time, String rest) {
        if (time.isBefore(ReadLine.PLAUSIBLE.from()) || time.isAfter(ReadLine.PLAUSIBLE.to())) {
            return Verdict.reject(RejectReason.IMPLAUSIBLE_TIMESTAMP);
        }
        String[] parts = rest.split(":", 2);
        String type = trim(parts[0]);
        String details = parts.length == 1 || trim(parts[1]).isEmpty() ? null : trim(parts[1]);
        if (type.isEmpty()) {
            return Verdict.reject(RejectReason.EMPTY_EVENT);
        }
        EventDecoder decoder = ReadLine.DECODERS.of(type);
        try {
            MachineEvent event = decoder == null ? null : decoder.decode(details);
            return new Verdict(LineKind.EVENT, null, time.toEpochSecond(ZoneOffset.UTC), type, event);
        } catch (BadDetailsException badDetails) {
            return Verdict.reject(RejectReason.BAD_DETAILS);
        }
    }

    private static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || BLANKS.indexOf(c) >= 0;
    }
}
