package org.atelier.machinelogs.session;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.atelier.machinelogs.event.BadDetailsException;
import org.atelier.machinelogs.event.EventDecoder;
import org.atelier.machinelogs.event.EventDecoders;
import org.jspecify.annotations.Nullable;

/** A session told event by event, as {@code 2025-05-27T08:00:00 MachineWait 600 sec}. */
final class SessionScript {

    private static final EventDecoders DECODERS = EventDecoders.load();

    private final RecordedDetails details = new RecordedDetails();
    private final SessionAssembler assembler;
    private final String day;

    /**
     * A session yet without events.
     *
     * @param day for times without a date
     */
    SessionScript(String zone, String day) {
        this.assembler = new SessionAssembler(ZoneId.of(zone), details);
        this.day = day;
    }

    static SessionScript paris(String day, String... events) {
        SessionScript script = new SessionScript("Europe/Paris", day);
        for (String event : events) {
            script.add(event);
        }
        return script;
    }

    SessionScript add(String event) {
        String[] parts = event.split(" ", 3);
        String time = parts[0].contains("T") ? parts[0] : day + "T" + parts[0];
        long second = LocalDateTime.parse(time).toEpochSecond(ZoneOffset.UTC);
        EventDecoder decoder = DECODERS.of(parts[1]);
        try {
            assembler.add(second, parts[1], decoder == null ? null : decoder.decode(details(parts)));
        } catch (BadDetailsException e) {
            throw new IllegalArgumentException(event, e);
        }
        return this;
    }

    ProductionSession finish() {
        return assembler.finish();
    }

    /** The rows told so far that begin with this word. */
    List<String> rows(String kind) {
        return details.rows.stream().filter(row -> row.startsWith(kind)).toList();
    }

    private static @Nullable String details(String[] parts) {
        return parts.length > 2 ? parts[2] : null;
    }
}
