package org.atelier.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Open connections to sources, lent to one worker at a time and kept for the next file. There are never more than there
 * are workers; and where a server refuses a further one while some to it are open, the workers share those.
 * Thread-safe.
 */
public final class RemoteConnections implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteConnections.class);

    private final RemoteRetry retry;
    private final Map<String, ServerConnections> servers = new HashMap<>();

    /** @param retry how often, and for how long, what could not be reached is tried again */
    public RemoteConnections(RemoteRetry retry) {
        this.retry = retry;
    }

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
     * The same with retries.
     *
     * @param what the work is, for people, such as {@code Fetching a.LOG}
     * @throws IOException what the last attempt threw
     */
    public <T> T use(String what, RemoteSource source, Work<T> work) throws IOException {
        return retry.call(what, () -> use(source, work));
    }

    /**
     * Does the work on an idle connection or a new one; waits for an idle one where the server allows no more. After a
     * failure the connection is not used again. Work must not ask for a second connection.
     *
     * @throws IOException what the work or the connecting threw
     */
    public <T> T use(RemoteSource source, Work<T> work) throws IOException {
        ServerConnections server = server(source);
        RemoteDirectory directory = take(server, source);
        boolean sound = false;
        try {
            T result = work.with(directory);
            sound = true;
            return result;
        } finally {
            if (sound) {
                server.giveBack(source.label(), directory);
            } else {
                close(directory);
                server.gone();
            }
        }
    }

    private static RemoteDirectory take(ServerConnections server, RemoteSource source) throws IOException {
        while (true) {
            ServerConnections.Turn turn = turn(server, source);
            if (turn.evicted() != null) {
                close(turn.evicted());
            }
            RemoteDirectory idle = turn.idle();
            RemoteDirectory directory = idle == null ? connect(server, source) : idle;
            if (directory != null) {
                return directory;
            }
        }
    }

    private static ServerConnections.Turn turn(ServerConnections server, RemoteSource source) throws IOException {
        try {
            return server.turn(source.label());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for a connection to " + source.label());
        }
    }

    /** Null when the server refuses one more than there are. */
    private static @Nullable RemoteDirectory connect(ServerConnections server, RemoteSource source) throws IOException {
        RemoteDirectory directory = null;
        try {
            directory = RemoteDirectories.connect(source);
            return directory;
        } catch (UnreachableException e) {
            if (!server.isFull(source.label(), e)) {
                throw e;
            }
            LOG.warn(
                    "No further connection to {}, so the run goes on with those that it has; "
                            + "atelier.machine-logs.workers says how many it asks for. {}",
                    source.label(),
                    e.getMessage());
            return null;
        } finally {
            server.tried(source.label(), directory != null);
        }
    }

    private synchronized ServerConnections server(RemoteSource source) {
        return servers.computeIfAbsent(
                source.scheme() + "://" + source.host() + ":" + source.port(), ignored -> new ServerConnections());
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
        servers.values().forEach(server -> server.takeAllIdle().forEach(RemoteConnections::close));
    }
}
