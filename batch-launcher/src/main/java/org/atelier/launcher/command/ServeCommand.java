package org.atelier.launcher.command;

import java.util.concurrent.Callable;
import org.atelier.api.ApiServer;
import org.atelier.api.ServiceLog;
import org.atelier.launcher.StopSignals;
import org.atelier.run.StopRequest;
import org.atelier.sql.DatabaseSettings;
import picocli.CommandLine.Command;

/** {@code atelier serve}. */
@Command(
        name = "serve",
        description =
                "Serve what is loaded over HTTP, until Ctrl-C or SIGTERM: requests under way end first. Where and how:"
                        + " atelier.api.* in the reference of settings.")
final class ServeCommand implements Callable<Integer> {

    private static final long LOOK_MILLIS = 60_000;

    private final CommandContext context;

    ServeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        DatabaseSettings database = context.awaitedDatabase();
        ServiceLog.begin();
        StopRequest stop = new StopRequest();
        StopSignals signals = StopSignals.ask(stop, context.err, "no more requests are taken, those under way end");
        try (ApiServer server = ApiServer.start(context.settings(), database, context.clock)) {
            context.note("listens at " + server.address() + "; its pages are at " + server.address() + "/docs");
            while (!stop.await(LOOK_MILLIS)) {
                Thread.onSpinWait();
            }
        } finally {
            signals.close();
        }
        return 0;
    }
}
