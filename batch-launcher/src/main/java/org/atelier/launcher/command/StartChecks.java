package org.atelier.launcher.command;

import java.util.Set;
import org.atelier.catalog.BatchJob;
import org.atelier.catalog.StartOption;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.check.DataDirectory;
import org.atelier.settings.ConfigurationException;
import org.atelier.settings.Settings;

/** Refuses what a job cannot do, before anything is opened or begun. */
final class StartChecks {

    private StartChecks() {}

    /**
     * Looks at what is asked, and at the settings.
     *
     * @throws CommandFailure (2) when the job knows no such option, (3) when no run can work with the settings
     */
    static void pass(BatchJob job, Set<StartOption> asked, Settings settings) {
        for (StartOption option : asked) {
            if (!job.traits().options().contains(option)) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "the job " + job.name() + " " + option.missing(),
                        "",
                        "leave that option out, or see: atelier jobs describe " + job.name());
            }
        }
        DataDirectory.require(settings);
        try {
            job.require(settings.forJobs());
        } catch (ConfigurationException e) {
            throw new CommandFailure(
                    ExitCode.CONFIGURATION,
                    String.valueOf(e.getMessage()),
                    "",
                    "set it, then: atelier check " + job.traits().checkArea(),
                    e);
        }
    }
}
