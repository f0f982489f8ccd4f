package org.atelier.launcher.engine;

import java.io.PrintStream;
import java.util.function.IntConsumer;
import org.atelier.launcher.NextCommand;
import org.atelier.launcher.StopSignals;
import org.atelier.run.NextStep;
import org.atelier.run.RunEnding;
import org.atelier.run.RunHooks;
import org.atelier.run.StopRequest;
import org.jspecify.annotations.Nullable;

/** Ties a run to the process it is in: its signals, and its end when the run does not come to one. */
final class ProcessHooks implements RunHooks {

    /** Whoever should read what is printed may be what hangs. */
    private static final long PRINT_MILLIS = 1_000;

    private final StopRequest stop;
    private final PrintStream err;
    private final IntConsumer halt;
    private @Nullable StopSignals waiting;

    /** @param halt ends the process at once, with that exit code */
    ProcessHooks(StopRequest stop, PrintStream err, IntConsumer halt) {
        this.stop = stop;
        this.err = err;
        this.halt = halt;
    }

    /** Nothing is lost then, but the exit code is to say that it was asked for. */
    @Override
    public void waits() {
        waiting = StopSignals.ask(stop, err, "no longer waiting for the database");
    }

    @Override
    public void triesAgain() {
        StopSignals signals = waiting;
        waiting = null;
        if (signals != null) {
            signals.close();
        }
    }

    /** Before the lock is had there is nothing to lose, and signals may end the process as they always do. */
    @Override
    public void lockTaken() {
        StopSignals.ask(stop, err, "stopping at the edge of the chunks at work");
    }

    /** Within the time Kubernetes gives a pod; what was not committed is done again by the next run. */
    @Override
    public void doesNotEnd(RunEnding ending, NextStep goOn) {
        try {
            Thread print = new Thread(() -> print(goOn), "last-words");
            print.setDaemon(true);
            print.start();
            print.join(PRINT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            halt.accept(ending.exitCode());
        }
    }

    private void print(NextStep goOn) {
        err.print("atelier: the work at hand does not end; it is left, and the next run does it again\n"
                + "  next: to see what answers: atelier check all; to go on: " + NextCommand.of(goOn) + "\n");
        err.flush();
    }
}
