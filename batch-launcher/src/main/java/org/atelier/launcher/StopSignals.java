package org.atelier.launcher;

import java.io.PrintStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.atelier.run.StopRequest;

/**
 * SIGTERM and SIGINT ask the work of this process to stop, so that it ends with its own exit code: a shutdown hook
 * would make it 143. A second signal ends the process at once; what it leaves is recovered by the next start.
 *
 * <p>The platform's signals are reached by reflection, since the compiler offers none by their name; where there are
 * none, signals do what they always did.
 */
public final class StopSignals implements AutoCloseable {

    private static final int SIGNALLED = 128;
    private static final String SIGNAL = "sun.misc.Signal";
    private static final String HANDLER = "sun.misc.SignalHandler";

    private final StopRequest stop;
    private final PrintStream err;
    private final String what;
    private final AtomicInteger received = new AtomicInteger();
    private final Map<String, Object> before = new LinkedHashMap<>();

    private StopSignals(StopRequest stop, PrintStream err, String what) {
        this.stop = stop;
        this.err = err;
        this.what = what;
    }

    /**
     * From now on signals ask.
     *
     * @param err where people are told so
     * @param what happens then, in words for people
     */
    public static StopSignals ask(StopRequest stop, PrintStream err, String what) {
        StopSignals signals = new StopSignals(stop, err, what);
        signals.install("TERM");
        signals.install("INT");
        return signals;
    }

    private void install(String name) {
        try {
            Class<?> signal = Class.forName(SIGNAL);
            Class<?> handler = Class.forName(HANDLER);
            InvocationHandler calls = (proxy, method, arguments) -> switch (method.getName()) {
                case "handle" -> {
                    received(name, (int) signal.getMethod("getNumber").invoke(arguments[0]));
                    yield null;
                }
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" -> proxy == arguments[0];
                default -> "stop on " + name;
            };
            before.put(
                    name,
                    handle(name, Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, calls)));
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            err.print("atelier: SIG" + name + " ends this run at once; the next one recovers it\n");
        }
    }

    /** Returns what took the signal before. */
    private static Object handle(String name, Object handler) throws ReflectiveOperationException {
        Class<?> signal = Class.forName(SIGNAL);
        return signal.getMethod("handle", signal, Class.forName(HANDLER))
                .invoke(null, signal.getConstructor(String.class).newInstance(name), handler);
    }

    private void received(String name, int number) {
        if (received.incrementAndGet() > 1) {
            Runtime.getRuntime().halt(SIGNALLED + number);
        }
        stop.ask("SIG" + name);
        err.print("atelier: SIG" + name + ": " + what + "; once more ends at once\n");
        err.flush();
    }

    /** Signals do again what they did before. */
    @Override
    public void close() {
        before.forEach((name, handler) -> {
            try {
                handle(name, handler);
            } catch (ReflectiveOperationException e) {
                err.print("atelier: SIG" + name + " asks for a stop from now on\n");
            }
        });
    }
}
