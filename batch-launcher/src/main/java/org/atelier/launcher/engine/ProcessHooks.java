package org.atelier.launcher.engine;

import java.io.PrintStream;
import java.util.function.IntConsumer;
import org.atelier.run.RunEnding;
import org.atelier.run.RunHooks;
import org.atelier.run.StopRequest;

/** Ties a run to the process it is in: its signals, and its end when the run does not come to one. */
final class ProcessHooks implements RunHooks {

    private final StopRequest stop;
    private final PrintStream err;
    private final IntConsumer halt;

    /** @param halt ends the process at once, with that exit code */
    ProcessHooks(StopRequest stop, PrintStream err, IntConsumer halt) {
        this.stop = stop;
        this.err = err;
        this.halt = halt;
    }

    /** Before the lock is had there is nothing to lose, and signals may end the process as they always do. */
    @Override
    public void lockTaken() {
        StopSignals.ask(stop, err);
    }

    /** Within the time Kubernetes gives a pod; what was not committed is done again by the next run. */
    @Override
    public void doesNotEnd(RunEnding ending, String goOn) {
        err.print("atelier: the work at hand does not end; it is left, and the next run does it again\n"
                + "  next: to see what answers: atelier check all; to go on: " + goOn + "\n");
        err.flush();
        halt.accept(ending.exitCode());
    }
}
