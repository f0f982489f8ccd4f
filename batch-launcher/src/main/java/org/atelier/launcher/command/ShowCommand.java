package org.atelier.launcher.command;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.atelier.answer.Section;
import org.atelier.catalog.BatchJob;
import org.atelier.catalog.BatchJobs;
import org.atelier.history.RejectQuery;
import org.atelier.history.RunHistory;
import org.atelier.history.RunRecord;
import org.atelier.history.RunReference;
import org.atelier.launcher.result.RunDetail;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code atelier show}. */
@Command(name = "show", description = "Show one run.")
final class ShowCommand implements Callable<Integer> {

    private static final int MOST_REJECTS = 10_000;

    @Parameters(paramLabel = "RUN", description = "An id, last, last-failed or JOB@2025-05-28.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String run;

    @Option(names = "--steps", description = "Its steps too.")
    private boolean steps;

    @Option(names = "--rejects", description = "Its rejected lines or orders too, at most 10000.")
    private boolean rejects;

    private final CommandContext context;

    ShowCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws SQLException {
        RunReference reference = RunLookup.parse(run);
        ZoneId zone = context.settings().timeZone();
        try (Connection connection = context.connect()) {
            RunHistory history = new RunHistory(connection);
            RunRecord record = RunLookup.find(history, reference, run, zone);
            RunDetail detail = new RunDetail(
                    record,
                    steps ? Optional.of(history.steps(record.runId())) : Optional.empty(),
                    rejects ? Optional.of(rejects(history, record)) : Optional.empty());
            return context.print(detail, zone);
        }
    }

    private static Section.Grid rejects(RunHistory history, RunRecord run) throws SQLException {
        RejectQuery query = BatchJobs.find(run.job()).flatMap(BatchJob::rejects).orElse(null);
        if (query == null) {
            return RunDetail.NO_REJECTS;
        }
        RejectQuery.OfRun ofRun = query.ofRun();
        List<Section.Row> rows = history.rejects(run.runId(), ofRun, MOST_REJECTS).stream()
                .map(Section.Row::new)
                .toList();
        return rows.isEmpty() ? RunDetail.NO_REJECTS : new Section.Grid(ofRun.name(), ofRun.columns(), rows, "");
    }
}
