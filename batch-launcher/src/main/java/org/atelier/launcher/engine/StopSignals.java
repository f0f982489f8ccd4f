package org.atelier.launcher.engine;

import java.io.PrintStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.atelier.run.StopRequest;

/**
 * SIGTERM and SIGINT ask the run to stop, so that the process ends with the run's own exit code: a shutdown hook would
 * make it 143. A second signal ends the process at once; what it leaves is recovered by the next start.
 *
 * <p>The platform's signals are reached by reflection, since the compiler offers none by their name; where there are
 * none, signals do what they always did.
 */
final class StopSignals {

    private static final int SIGNALLED = 128;

    private final StopRequest stop;
    private final PrintStream err;
    private final AtomicInteger received = new AtomicInteger();

    private StopSignals(StopRequest stop, PrintStream err) {
        this.stop = stop;
        this.err = err;
    }

    static void ask(StopRequest stop, PrintStream err) {
        StopSignals signals = new StopSignals(stop, err);
        signals.install("TERM");
        signals.install("INT");
    }

    private void install(String name) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler calls = (proxy, method, arguments) -> switch (method.getName()) {
                case "handle" -> {
                    received(name, (int) signal.getMethod("getNumber").invoke(arguments[0]));
                    yield null;
                }
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" -> proxy == arguments[0];
                default -> "stop on " + name;
            };
            signal.getMethod("handle", signal, handler)
                    .invoke(
                            null,
                            signal.getConstructor(String.class).newInstance(name),
                            Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, calls));
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            err.print("atelier: SIG" + name + " ends this run at once; the next one recovers it\n");
        }
    }

    private void received(String name, int number) {
        if (received.incrementAndGet() > 1) {
            Runtime.getRuntime().halt(SIGNALLED + number);
        }
        stop.ask("SIG" + name);
        err.print("atelier: SIG" + name + ": stopping at the edge of the chunks at work; once more ends at once\n");
        err.flush();
    }
}
