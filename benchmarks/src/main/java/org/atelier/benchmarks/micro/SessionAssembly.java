package org.atelier.benchmarks.micro;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.atelier.machinelogs.event.EventDecoders;
import org.atelier.machinelogs.event.MachineEvent;
import org.atelier.machinelogs.line.LineKind;
import org.atelier.machinelogs.line.LogFileReader;
import org.atelier.machinelogs.load.NoDetails;
import org.atelier.machinelogs.session.ProductionSession;
import org.atelier.machinelogs.session.SessionAssembler;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Events to a session with its metrics; an operation is an event. */
@State(Scope.Benchmark)
public class SessionAssembly {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final List<Event> events = events();

    /** The details go nowhere. */
    @Benchmark
    @OperationsPerInvocation(Day.LINES)
    public ProductionSession assembled() {
        SessionAssembler session = new SessionAssembler(ZONE, new NoDetails());
        for (Event event : events) {
            session.add(event.second(), event.type(), event.event());
        }
        return session.finish();
    }

    private static List<Event> events() {
        List<Event> events = new ArrayList<>();
        try (LogFileReader reader =
                new LogFileReader(new ByteArrayInputStream(Day.bytes()), Day.ALL_TIMES, EventDecoders.load())) {
            while (reader.next()) {
                if (reader.kind() == LineKind.EVENT) {
                    events.add(new Event(reader.localSecond(), reader.eventType(), reader.event()));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
        if (events.size() != Day.LINES) {
            throw new IllegalStateException(events.size() + " events in place of " + Day.LINES);
        }
        return events;
    }

    private record Event(long second, String type, @Nullable MachineEvent event) {}
}
