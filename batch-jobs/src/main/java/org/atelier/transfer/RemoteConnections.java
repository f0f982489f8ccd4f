package org.atelier.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Open connections to sources, lent to one worker at a time and kept for the next file. There are never more than there
 * are workers. Thread-safe.
 */
public final class RemoteConnections implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteConnections.class);

    private final Map<String, Deque<RemoteDirectory>> idle = new HashMap<>();

    /**
     * Work with a connection.
     *
     * @param <T> what it gives
     */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T with(RemoteDirectory directory) throws IOException;
    }

    /**
     * Does the work on an idle connection or a new one. After a failure the connection is not used again.
     *
     * @throws IOException what the work or the connecting threw
     */
    public <T> T use(RemoteSource source, Work<T> work) throws IOException {
        RemoteDirectory directory = take(source.label());
        if (directory == null) {
            directory = RemoteDirectories.connect(source);
        }
        boolean sound = false;
        try {
            T result = work.with(directory);
            sound = true;
            return result;
        } finally {
            if (sound) {
                giveBack(source.label(), directory);
            } else {
                close(directory);
            }
        }
    }

    private synchronized @Nullable RemoteDirectory take(String label) {
        Deque<RemoteDirectory> free = idle.get(label);
        return free == null ? null : free.poll();
    }

    private synchronized void giveBack(String label, RemoteDirectory directory) {
        idle.computeIfAbsent(label, ignored -> new ArrayDeque<>()).push(directory);
    }

    private static void close(RemoteDirectory directory) {
        try {
            directory.close();
        } catch (IOException e) {
            LOG.debug("Closing a connection that failed before", e);
        }
    }

    @Override
    public synchronized void close() {
        idle.values().forEach(free -> free.forEach(RemoteConnections::close));
        idle.clear();
    }
}
