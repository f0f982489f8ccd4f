package org.atelier.launcher.command;

import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.atelier.catalog.BatchJob;
import org.atelier.catalog.BatchJobs;
import org.atelier.catalog.Finding;
import org.atelier.catalog.JobCheck;
import org.atelier.catalog.Listing;
import org.atelier.launcher.check.CheckConfig;
import org.atelier.launcher.check.CheckDatabase;
import org.atelier.launcher.engine.ProgressDisplay;
import org.atelier.launcher.result.CheckReport;
import org.atelier.launcher.run.RunRequest.ProgressMode;
import org.atelier.run.Progress;
import org.atelier.run.Unit;
import org.atelier.settings.ConfigurationException;
import org.atelier.settings.Problem;
import org.atelier.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code atelier check}: what is wrong, all of it at once. */
@Command(
        name = "check",
        resourceBundle = "org.atelier.launcher.command.CheckAreas",
        description = "Check configuration, database and sources: every problem, with what to do.")
final class CheckCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "AREA",
            defaultValue = CheckAreas.ALL,
            converter = CheckAreas.class,
            completionCandidates = CheckAreas.class,
            description = "${bundle:areas}")
    private String area = CheckAreas.ALL;

    private final CommandContext context;

    CheckCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws SQLException {
        return context.print(report(), ZoneOffset.UTC);
    }

    private CheckReport report() throws SQLException {
        Settings settings;
        try {
            settings = context.readSettings();
        } catch (ConfigurationException e) {
            // Nothing else can be looked at without settings.
            return new CheckReport(CheckConfig.problems(e), List.of());
        }
        List<Finding> findings = new ArrayList<>();
        List<Listing> further = new ArrayList<>();
        if (isMeant(CheckAreas.CONFIG)) {
            findings.addAll(CheckConfig.findings(settings));
        }
        if (isMeant(CheckAreas.DATABASE)) {
            findings.addAll(CheckDatabase.findings(context::database, settings.timeZone()));
        }
        for (BatchJob job : BatchJobs.all()) {
            for (JobCheck check : job.checks()) {
                if (isNamed(check) || (area.equals(CheckAreas.ALL) && !check.onlyByName())) {
                    JobCheck.Found found = look(job, check, settings);
                    findings.addAll(found.findings());
                    further.addAll(found.further());
                }
            }
        }
        return new CheckReport(findings, further);
    }

    private boolean isMeant(String each) {
        return area.equals(each) || area.equals(CheckAreas.ALL);
    }

    private boolean isNamed(JobCheck check) {
        return area.equals(check.area());
    }

    /** Of all areas a glance is asked for; one that is named may read every row. */
    private JobCheck.Found look(BatchJob job, JobCheck check, Settings settings) throws SQLException {
        List<Problem> lacks = settings.lacksOf(job.name());
        if (isNamed(check) && !check.onlyByName() && !lacks.isEmpty()) {
            return new JobCheck.Found(CheckConfig.lacks(area, lacks), List.of());
        }
        Progress progress = new Progress();
        boolean shown = isNamed(check) && check.isLong() && !context.options.quiet;
        ProgressMode mode = shown ? ProgressMode.AUTO : ProgressMode.NONE;
        try (ProgressDisplay display = ProgressDisplay.of(mode, progress, new Unit("rows", false))) {
            display.start();
            return check.look(new JobCheck.Question(
                    settings.forJobs(), settings.timeZone(), isNamed(check), progress, new CheckedRecords(context)));
        }
    }
}
