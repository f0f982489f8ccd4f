package org.atelier.launcher.command;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.atelier.launcher.check.CheckConfig;
import org.atelier.launcher.check.CheckDatabase;
import org.atelier.launcher.check.CheckFreshness;
import org.atelier.launcher.check.CheckOrders;
import org.atelier.launcher.check.CheckSources;
import org.atelier.launcher.config.ConfigurationException;
import org.atelier.launcher.config.Problem;
import org.atelier.launcher.config.Settings;
import org.atelier.launcher.embedded.EmbeddedDatabase;
import org.atelier.launcher.engine.ProgressDisplay;
import org.atelier.launcher.result.CheckReport;
import org.atelier.launcher.result.Section;
import org.atelier.launcher.run.RunRequest.ProgressMode;
import org.atelier.machinelogs.MachineLogs;
import org.atelier.orders.Orders;
import org.atelier.run.Progress;
import org.atelier.run.Unit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code atelier check}: what is wrong, all of it at once. */
@Command(name = "check", description = "Check configuration, database and sources: every problem, with what to do.")
final class CheckCommand implements Callable<Integer> {

    /** What can be checked. */
    enum Area {
        CONFIG,
        DATABASE,
        SOURCES,
        ORDERS,
        FRESHNESS,
        ALL
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "AREA",
            defaultValue = "all",
            description =
                    "config, database, sources, orders or all of these (default: all); orders also shows what the ERP holds;"
                            + " or freshness: which machining centre has sent nothing for longer than it usually does,"
                            + " or for so long that nothing is known of it (exit code 8).")
    private Area area = Area.ALL;

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
        List<CheckReport.Finding> findings = new ArrayList<>();
        if (area == Area.CONFIG || area == Area.ALL) {
            findings.addAll(CheckConfig.findings(settings));
        }
        if (area == Area.DATABASE || area == Area.ALL) {
            findings.addAll(CheckDatabase.findings(context::database, settings.timeZone()));
        }
        if (area == Area.SOURCES || area == Area.ALL) {
            findings.addAll(
                    area == Area.SOURCES && !settings.lacksOf(MachineLogs.NAME).isEmpty()
                            ? CheckConfig.lacks("sources", settings.lacksOf(MachineLogs.NAME))
                            : CheckSources.findings(settings.machineLogs()));
        }
        if (area == Area.FRESHNESS) {
            findings.addAll(freshness(settings.timeZone()));
        }
        List<Section> further = new ArrayList<>();
        if (area == Area.ORDERS || area == Area.ALL) {
            // Of all areas a glance is asked for; the survey reads every row.
            List<Problem> lacks = settings.lacksOf(Orders.NAME);
            if (area == Area.ORDERS && !lacks.isEmpty()) {
                findings.addAll(CheckConfig.lacks("orders", lacks));
            } else {
                CheckOrders orders = orders(settings);
                findings.addAll(orders.findings());
                further.addAll(orders.survey());
            }
        }
        return new CheckReport(findings, further);
    }

    /** Compared with the last run where there is a database to ask; none is started for that. */
    private CheckOrders orders(Settings settings) {
        Progress progress = new Progress();
        ProgressMode mode = context.options.quiet || area != Area.ORDERS ? ProgressMode.NONE : ProgressMode.AUTO;
        try (ProgressDisplay display = ProgressDisplay.of(mode, progress, new Unit("rows", false))) {
            display.start();
            return CheckOrders.look(
                    settings.orders(),
                    area == Area.ORDERS,
                    settings.database().or(() -> EmbeddedDatabase.running(settings.dataDir())),
                    progress);
        }
    }

    private List<CheckReport.Finding> freshness(ZoneId zone) throws SQLException {
        try (Connection connection = context.connect()) {
            return CheckFreshness.findings(connection, zone);
        }
    }
}
