package org.atelier.transfer;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The connections to one server, whatever directory of it they are for: how many there are, how many it allows, and
 * those that nobody uses. Opens and closes none itself. Thread-safe.
 */
final class ServerConnections {

    /** A server that refused may allow more later, when others have left it. */
    private static final Duration BELIEVED = Duration.ofMinutes(5);

    private final Map<String, Deque<RemoteDirectory>> idle = new HashMap<>();
    private final Set<String> letIn = new HashSet<>();
    private int open;
    private int connecting;
    private int allowed = Integer.MAX_VALUE;
    private long refusedAt;

    /**
     * Whose turn it is to do what.
     *
     * @param idle a connection to use; null when a new one may be opened; what came of it is told to {@link #tried}
     * @param evicted an idle one for another directory of the server, to be closed before the new one is opened
     */
    record Turn(@Nullable RemoteDirectory idle, @Nullable RemoteDirectory evicted) {}

    /** Waits until there is an idle connection or another one may be tried. */
    synchronized Turn turn(String label) throws InterruptedException {
        while (true) {
            RemoteDirectory free = poll(label);
            if (free != null) {
                return new Turn(free, null);
            }
            if (System.nanoTime() - refusedAt > BELIEVED.toNanos()) {
                allowed = Integer.MAX_VALUE;
            }
            if (open + connecting < allowed) {
                connecting++;
                return new Turn(null, null);
            }
            RemoteDirectory other = pollAny();
            if (other != null) {
                open--;
                connecting++;
                return new Turn(null, other);
            }
            wait();
        }
    }

    /**
     * Whether a refusal means that the server allows the connections that are open or being opened, and no more; it is
     * believed for a while. Comes before {@link #tried}.
     */
    synchronized boolean isFull(String label, UnreachableException refusal) {
        int others = open + connecting - 1;
        // A refused login is no matter of numbers, unless the same login was let in before.
        boolean known = !(refusal instanceof LoginRefusedException) || letIn.contains(label);
        if (others == 0 || !known) {
            return false;
        }
        allowed = others;
        refusedAt = System.nanoTime();
        return true;
    }

    /** The new connection was opened, or not. */
    synchronized void tried(String label, boolean opened) {
        connecting--;
        if (opened) {
            open++;
            letIn.add(label);
        }
        notifyAll();
    }

    /** A connection that was in use was closed. */
    synchronized void gone() {
        open--;
        notifyAll();
    }

    synchronized void giveBack(String label, RemoteDirectory directory) {
        idle.computeIfAbsent(label, ignored -> new ArrayDeque<>()).push(directory);
        notifyAll();
    }

    synchronized List<RemoteDirectory> takeAllIdle() {
        var all = new ArrayList<RemoteDirectory>();
        for (RemoteDirectory one = pollAny(); one != null; one = pollAny()) {
            all.add(one);
            open--;
        }
        notifyAll();
        return all;
    }

    private @Nullable RemoteDirectory poll(String label) {
        Deque<RemoteDirectory> free = idle.get(label);
        return free == null ? null : free.poll();
    }

    private @Nullable RemoteDirectory pollAny() {
        for (Deque<RemoteDirectory> free : idle.values()) {
            if (!free.isEmpty()) {
                return free.poll();
            }
        }
        return null;
    }
}
