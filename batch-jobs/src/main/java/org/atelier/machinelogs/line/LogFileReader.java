package org.atelier.machinelogs.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.atelier.machinelogs.event.BadDetailsException;
import org.atelier.machinelogs.event.EventDecoder;
import org.atelier.machinelogs.event.EventDecoders;
import org.atelier.machinelogs.event.MachineEvent;
import org.jspecify.annotations.Nullable;

/**
 * Reads a log file line by line: {@code uuuuMMdd HH:mm:ss|@EventType: details}. Any bytes are readable; every line is
 * an event, blank or rejected, and none is dropped. What the methods tell holds until the next {@link #next()}.
 *
 * <p>Streams: memory is that of one line, whatever the file, and a line that is only counted allocates nothing. One
 * reader serves one file and one thread.
 */
public final class LogFileReader implements Closeable {

    private static final int WINDOW = 1 << 18;

    private final InputStream in;
    private final int windowSize;
    private final long plausibleFrom;
    private final long plausibleTo;
    private final EventNames names;
    private final LineTime time = new LineTime();
    private final LineText text = new LineText();

    private @Nullable LineSplitter lines;
    private LineKind kind = LineKind.BLANK;
    private @Nullable RejectReason reason;
    private @Nullable String eventType;
    private @Nullable MachineEvent event;
    private long localSecond;

    /**
     * @param in the file's bytes from its start; closed with this reader
     * @param plausible the times its lines may carry
     * @param decoders the event types that are understood; all others are counted
     */
    public LogFileReader(InputStream in, PlausibleTimes plausible, EventDecoders decoders) {
        this(in, plausible, decoders, WINDOW);
    }

    LogFileReader(InputStream in, PlausibleTimes plausible, EventDecoders decoders, int windowSize) {
        this.in = in;
        this.windowSize = windowSize;
        this.plausibleFrom = plausible.fromSecond();
        this.plausibleTo = plausible.toSecond();
        this.names = new EventNames(decoders);
    }

    /**
     * Goes to the next line.
     *
     * @return false at the end of the file
     */
    public boolean next() throws IOException {
        if (lines == null) {
            lines = new LineSplitter(in, windowSize);
        }
        if (!lines.next()) {
            return false;
        }
        text.take(lines);
        reason = null;
        event = null;
        kind = lines.isTooLong() ? reject(RejectReason.LINE_TOO_LONG) : classify(text.bytes(), text.from(), text.to());
        return true;
    }

    /** What the line is. */
    public LineKind kind() {
        return kind;
    }

    /**
     * Why the line is rejected.
     *
     * @throws IllegalStateException when it is not
     */
    public RejectReason reason() {
        if (reason == null) {
            throw new IllegalStateException("Line " + lineNumber() + " is not rejected.");
        }
        return reason;
    }

    /**
     * The time of an event as written, in seconds since 1970-01-01T00:00:00 of the plant's wall clock: no zone is
     * applied.
     */
    public long localSecond() {
        return localSecond;
    }

    /**
     * The type of an event. For a known type it is always the same string; for others too, but for names of
     * extraordinary length or number.
     *
     * @throws IllegalStateException when the line is no event
     */
    public String eventType() {
        if (kind != LineKind.EVENT || eventType == null) {
            throw new IllegalStateException("Line " + lineNumber() + " is no event.");
        }
        return eventType;
    }

    /** The event with its details understood; null when its type is only counted, or the line is no event. */
    public @Nullable MachineEvent event() {
        return event;
    }

    /** The line's number in the file, from 1. */
    public long lineNumber() {
        return lines().lineNumber();
    }

    /** Where the line begins, in bytes from the start of the file, byte order mark included. */
    public long byteOffset() {
        return lines().offset();
    }

    /** Whether the line has a line end; false only for the last line, which may still be growing. */
    public boolean terminated() {
        return lines().terminated();
    }

    /** The line's text, of a line too long what its first 64 KiB hold; without U+0000 and lone surrogates. */
    public String raw() {
        return string(text.from(), text.to());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private LineSplitter lines() {
        if (lines == null) {
            throw new IllegalStateException("No line yet: call next() first.");
        }
        return lines;
    }

    private LineKind classify(byte[] bytes, int from, int to) {
        int separator = separator(bytes, from, to);
        if (separator < 0) {
            boolean blank = Utf8Trim.start(bytes, from, to) == to;
            return blank ? LineKind.BLANK : reject(RejectReason.NO_SEPARATOR);
        }
        localSecond = time.read(bytes, from, separator);
        if (localSecond == LineTime.BAD) {
            return reject(RejectReason.BAD_TIMESTAMP);
        }
        if (localSecond < plausibleFrom || localSecond > plausibleTo) {
            return reject(RejectReason.IMPLAUSIBLE_TIMESTAMP);
        }
        return event(bytes, separator + 2, to);
    }

    private LineKind event(byte[] bytes, int from, int to) {
        int colon = from;
        while (colon < to && bytes[colon] != ':') {
            colon++;
        }
        int typeFrom = Utf8Trim.start(bytes, from, colon);
        int typeTo = Utf8Trim.end(bytes, typeFrom, colon);
        if (typeFrom == typeTo) {
            return reject(RejectReason.EMPTY_EVENT);
        }
        EventName name = names.of(bytes, typeFrom, typeTo);
        eventType = name.type();
        EventDecoder decoder = name.decoder();
        if (decoder == null) {
            return LineKind.EVENT;
        }
        try {
            event = decoder.decode(details(bytes, Math.min(colon + 1, to), to));
        } catch (BadDetailsException badDetails) {
            return reject(RejectReason.BAD_DETAILS);
        }
        return LineKind.EVENT;
    }

    private @Nullable String details(byte[] bytes, int colon, int to) {
        int from = Utf8Trim.start(bytes, colon, to);
        return from == to ? null : string(from, Utf8Trim.end(bytes, from, to));
    }

    private String string(int from, int to) {
        return new String(text.bytes(), from, to - from, UTF_8);
    }

    private LineKind reject(RejectReason why) {
        reason = why;
        return LineKind.REJECTED;
    }

    private static int separator(byte[] bytes, int from, int to) {
        for (int i = from; i + 1 < to; i++) {
            if (bytes[i] == '|' && bytes[i + 1] == '@') {
                return i;
            }
        }
        return -1;
    }
}
