package org.atelier.settings;

import java.util.List;
import java.util.Optional;

/**
 * Everything that jobs may be told, by type: each job takes its own. Immutable.
 *
 * @param values one object a type
 */
public record JobSettings(List<Object> values) {

    /** Copies the list. */
    public JobSettings {
        values = List.copyOf(values);
    }

    /**
     * The settings of that type.
     *
     * @throws IllegalArgumentException when there are none
     */
    public <T> T get(Class<T> type) {
        return find(type).orElseThrow(() -> new IllegalArgumentException("No settings of type " + type.getName()));
    }

    /** The same; empty when there are none. */
    <T> Optional<T> find(Class<T> type) {
        return values.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
