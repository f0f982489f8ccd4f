package org.atelier.machinelogs.event;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The event types this program understands, each with its decoder, ordered by name. Immutable. */
public final class EventDecoders {

    private final SortedMap<String, EventDecoder> byType;

    private EventDecoders(SortedMap<String, EventDecoder> byType) {
        this.byType = Collections.unmodifiableSortedMap(byType);
    }

    /**
     * All decoders on the class path.
     *
     * @throws IllegalStateException when two decoders claim one type, or a decoder names none
     */
    public static EventDecoders load() {
        return of(ServiceLoader.load(EventDecoder.class, EventDecoder.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /**
     * These decoders.
     *
     * @throws IllegalStateException when two decoders claim one type, or a decoder names none
     */
    public static EventDecoders of(Collection<? extends EventDecoder> decoders) {
        SortedMap<String, EventDecoder> byType = new TreeMap<>();
        for (EventDecoder decoder : decoders) {
            EventDecoder other = byType.putIfAbsent(typeOf(decoder), decoder);
            if (other != null) {
                throw new IllegalStateException("The event type '" + typeOf(decoder) + "' has two decoders: "
                        + String.join(", ", sortedNames(other, decoder)) + ". Remove one of them.");
            }
        }
        return new EventDecoders(byType);
    }

    /** The decoder of this type; null when the type is only counted. */
    public @Nullable EventDecoder of(String type) {
        return byType.get(type);
    }

    /** Every known type with its decoder, in the order of the names. */
    public Map<String, EventDecoder> byType() {
        return byType;
    }

    private static String typeOf(EventDecoder decoder) {
        EventType type = decoder.getClass().getAnnotation(EventType.class);
        if (type == null || type.value().isBlank()) {
            throw new IllegalStateException(
                    decoder.getClass().getName() + " does not say which event it reads: annotate it with @EventType.");
        }
        return type.value();
    }

    private static List<String> sortedNames(EventDecoder one, EventDecoder other) {
        return List.of(one, other).stream()
                .map(d -> d.getClass().getName())
                .sorted()
                .toList();
    }
}
