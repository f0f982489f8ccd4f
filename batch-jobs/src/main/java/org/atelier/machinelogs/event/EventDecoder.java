package org.atelier.machinelogs.event;

import org.jspecify.annotations.Nullable;

/**
 * Reads the details of one type of event. A new event type is one new class: public, with a public constructor without
 * parameters, annotated with {@link EventType} and {@code @AutoService(EventDecoder.class)};
 * {@link EventDecoders#load()} finds it.
 *
 * <p>One instance serves all files at once, so it keeps no state.
 */
@FunctionalInterface
public interface EventDecoder {

    /**
     * Reads the details of one event.
     *
     * @param details the text after the first colon, without white space around; null when there is none
     * @throws BadDetailsException when the details do not say what this event needs: the line becomes a reject
     */
    MachineEvent decode(@Nullable String details) throws BadDetailsException;
}
