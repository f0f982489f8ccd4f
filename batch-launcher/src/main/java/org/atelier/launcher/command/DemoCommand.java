package org.atelier.launcher.command;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.atelier.launcher.check.DataDirectory;
import org.atelier.launcher.demo.Demo;
import org.atelier.launcher.run.JobRunner;
import picocli.CommandLine.Command;

/** {@code atelier demo}. */
@Command(
        name = "demo",
        description =
                "Show all of it on this machine, with generated data, an FTP server, a MySQL and a database of its own.")
final class DemoCommand implements Callable<Integer> {

    private static final String FIXTURES = "org.atelier.fixtures.ftp.FtpTestServer";

    private final CommandContext context;
    private final Supplier<JobRunner> runner;

    DemoCommand(CommandContext context, Supplier<JobRunner> runner) {
        this.context = context;
        this.runner = runner;
    }

    /** Whether the module that brings the servers is on the class path: images leave it out. */
    static boolean isPossible() {
        try {
            Class.forName(FIXTURES, false, DemoCommand.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Override
    public Integer call() {
        DataDirectory.require(context.settings());
        Demo demo = new Demo(
                JobsCommand.find("machine-logs"),
                JobsCommand.find("orders"),
                JobsCommand.find("measurements"),
                runner.get(),
                context.surroundings,
                context::note);
        return context.print(
                demo.run(context.settings().dataDir()), context.settings().timeZone());
    }
}
