package org.atelier.machinelogs.line;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.atelier.machinelogs.event.EventDecoders;
import org.atelier.machinelogs.event.MachineEvent;
import org.jspecify.annotations.Nullable;

/** All that a reader tells of one line, to be compared. */
record ReadLine(
        LineKind kind,
        @Nullable RejectReason reason,
        long localSecond,
        @Nullable String eventType,
        @Nullable MachineEvent event,
        long lineNumber,
        long byteOffset,
        boolean terminated,
        String raw) {

    static final EventDecoders DECODERS = EventDecoders.load();

    static final PlausibleTimes PLAUSIBLE =
            new PlausibleTimes(LocalDateTime.of(2000, 1, 1, 0, 0), LocalDateTime.of(2025, 6, 1, 12, 0));

    static List<ReadLine> of(byte[] file) {
        return of(new ByteArrayInputStream(file), 1 << 16);
    }

    static List<ReadLine> of(InputStream file, int windowSize) {
        List<ReadLine> lines = new ArrayList<>();
        try (LogFileReader reader = new LogFileReader(file, PLAUSIBLE, DECODERS, windowSize)) {
            while (reader.next()) {
                lines.add(of(reader));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private static ReadLine of(LogFileReader reader) {
        boolean event = reader.kind() == LineKind.EVENT;
        return new ReadLine(
                reader.kind(),
                reader.kind() == LineKind.REJECTED ? reader.reason() : null,
                event ? reader.localSecond() : 0,
                event ? reader.eventType() : null,
                reader.event(),
                reader.lineNumber(),
                reader.byteOffset(),
                reader.terminated(),
                reader.raw());
    }
}
