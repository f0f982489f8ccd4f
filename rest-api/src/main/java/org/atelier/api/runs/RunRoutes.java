package org.atelier.api.runs;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.atelier.answer.JsonDocument;
import org.atelier.answer.JsonValue;
import org.atelier.answer.RunAnswer;
import org.atelier.answer.Section;
import org.atelier.api.web.FieldFault;
import org.atelier.api.web.Page;
import org.atelier.api.web.RequestRefusedException;
import org.atelier.catalog.BatchJob;
import org.atelier.catalog.BatchJobs;
import org.atelier.history.RejectQuery;
import org.atelier.history.RunFilter;
import org.atelier.history.RunHistory;
import org.atelier.history.RunRecord;
import org.atelier.history.RunReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /runs/}, for operators; field by field what the launcher tells. */
@RestController
@RequestMapping(path = "/runs", produces = MediaType.APPLICATION_JSON_VALUE)
final class RunRoutes {

    private final DataSource source;

    RunRoutes(DataSource source) {
        this.source = source;
    }

    /** The newest first; runs that had nothing to do are left out unless {@code all=true}. */
    @GetMapping
    ResponseEntity<String> list(
            Page page,
            @RequestParam(required = false) @Nullable String job,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false) @Nullable Long after)
            throws SQLException {
        RunFilter filter = new RunFilter(
                Optional.ofNullable(job),
                Optional.ofNullable(status),
                instant(since),
                page.limit() + 1,
                all,
                Optional.ofNullable(after));
        List<RunRecord> runs;
        try (Connection connection = source.getConnection()) {
            runs = new RunHistory(connection).list(filter);
        }
        boolean more = runs.size() > page.limit();
        List<RunRecord> shown = more ? runs.subList(0, page.limit()) : runs;
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (more) {
            answer.header(
                    HttpHeaders.LINK, NextPage.link(shown.get(shown.size() - 1).runId()));
        }
        return answer.body(JsonDocument.text(shown.stream()
                .map(run -> JsonDocument.object(RunAnswer.COLUMNS, RunAnswer.row(run)))
                .toList()));
    }

    @GetMapping("/{id}")
    String one(@PathVariable long id) throws SQLException {
        try (Connection connection = source.getConnection()) {
            RunHistory history = new RunHistory(connection);
            RunRecord run = found(history, id);
            Map<String, @Nullable Object> all =
                    new LinkedHashMap<>(RunAnswer.facts(run).values());
            all.put("next_step", nextStep(run));
            Section.Grid steps = RunAnswer.steps(history.steps(id));
            all.put("steps", objects(steps));
            return JsonDocument.text(all);
        }
    }

    /** What to do next, for programs, with the command that says it. */
    private static @Nullable Object nextStep(RunRecord run) {
        String action = run.nextAction();
        if (action == null || run.nextStep() == null) {
            return run.nextStep() == null ? null : Map.of("command", run.nextStep());
        }
        String command = JsonDocument.text(Map.of("command", run.nextStep()));
        return new JsonValue(action.replaceFirst("\\}\\s*$", "") + "," + command.substring(1));
    }

    /** What a run rejected, as {@code show --rejects} tells it; at most as many as a page has. */
    @GetMapping("/{id}/rejects")
    String rejects(@PathVariable long id, Page page) throws SQLException {
        try (Connection connection = source.getConnection()) {
            RunHistory history = new RunHistory(connection);
            RunRecord run = found(history, id);
            RejectQuery query =
                    BatchJobs.find(run.job()).flatMap(BatchJob::rejects).orElse(null);
            if (query == null) {
                return "[]";
            }
            RejectQuery.OfRun ofRun = query.ofRun();
            return JsonDocument.text(history.rejects(id, ofRun, page.limit()).stream()
                    .map(row -> JsonDocument.object(ofRun.columns(), new Section.Row(row)))
                    .toList());
        }
    }

    private static RunRecord found(RunHistory history, long id) throws SQLException {
        return history.find(new RunReference.Id(id), java.time.ZoneOffset.UTC)
                .orElseThrow(RequestRefusedException::notFound);
    }

    private static List<Map<String, @Nullable Object>> objects(Section.Grid grid) {
        return grid.rows().stream()
                .map(row -> JsonDocument.object(grid.columns(), row))
                .toList();
    }

    private static Optional<Instant> instant(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw RequestRefusedException.invalid(
                    new FieldFault("since", "must be a time such as 2025-06-02T08:00:00Z"));
        }
    }
}
