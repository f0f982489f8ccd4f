package org.atelier.launcher.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.OptionalLong;
import org.atelier.database.Databases;
import org.atelier.history.RunHistory;
import org.atelier.history.RunRecord;
import org.atelier.history.RunReference;
import org.atelier.launcher.run.RunRequest;
import org.atelier.observe.EndedRun;
import org.atelier.observe.MetricsSettings;
import org.atelier.observe.PublishMetrics;
import org.atelier.run.Progress;
import org.atelier.run.RunReport;
import org.atelier.run.RunSummary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes the metrics of a run that has ended, as its record in the database has them. */
final class PublishRunMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(PublishRunMetrics.class);

    private final RunRequest request;
    private final Progress.Look progress;

    PublishRunMetrics(RunRequest request, Progress.Look progress) {
        this.request = request;
        this.progress = progress;
    }

    /** Publishes them where the settings say; what goes wrong is logged. */
    void of(RunReport report) {
        if (!request.settings().get(MetricsSettings.class).wanted()) {
            return;
        }
        try (Connection connection = Databases.connect(request.database())) {
            new PublishMetrics(request.settings().get(MetricsSettings.class))
                    .of(ended(new RunHistory(connection), report));
        } catch (SQLException | RuntimeException e) {
            LOG.warn("The metrics of the run could not be read from the database, or not told: {}", e.toString());
        }
    }

    private EndedRun ended(RunHistory history, RunReport report) throws SQLException {
        RunRecord run = history.find(new RunReference.Id(report.execution()), ZoneOffset.UTC)
                .orElseThrow(() -> new SQLException("there is no run " + report.execution()));
        RunSummary summary = report.summary();
        return new EndedRun(
                run,
                history.steps(run.runId()),
                summary == null ? Map.of() : summary.figures(),
                request.job().traits().unit().inBytes() ? OptionalLong.of(progress.done()) : OptionalLong.empty(),
                history.lastSuccess(run.job()).orElse(null));
    }
}
