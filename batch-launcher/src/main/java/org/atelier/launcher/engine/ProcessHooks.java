package org.atelier.launcher.engine;

import java.io.PrintStream;
import org.atelier.run.RunEnding;
import org.atelier.run.RunHooks;
import org.atelier.run.StopRequest;

/** Ties a run to the process it is in: its signals, and its end when the run does not come to one. */
final class ProcessHooks implements RunHooks {

    private final String job;
    private final StopRequest stop;
    private final PrintStream err;

    ProcessHooks(String job, StopRequest stop, PrintStream err) {
        this.job = job;
        this.stop = stop;
        this.err = err;
    }

    /** Before the lock is had there is nothing to lose, and signals may end the process as they always do. */
    @Override
    public void lockTaken() {
        StopSignals.ask(stop, err);
    }

    /** Within the time Kubernetes gives a pod; what was not committed is done again by the next run. */
    @Override
    public void doesNotEnd(RunEnding ending) {
        err.print("atelier: the work at hand does not end; it is left, and the next run does it again\n"
                + "  next: to see what answers: atelier check all; to go on: atelier restart --last " + job + "\n");
        err.flush();
        Runtime.getRuntime().halt(ending.exitCode());
    }
}
