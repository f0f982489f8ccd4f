package org.atelier.launcher.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.atelier.catalog.BatchJob;
import org.atelier.catalog.BatchJobs;
import org.atelier.files.LedgerEdit;
import org.atelier.history.RejectFilter;
import org.atelier.history.RejectQuery;
import org.atelier.history.StandingReject;
import org.atelier.history.StandingRejects;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.render.CsvRows;
import org.atelier.launcher.result.RejectDetail;
import org.atelier.launcher.result.RejectList;
import org.atelier.launcher.result.RejectsExported;
import org.atelier.launcher.run.JobRunner;
import org.atelier.sql.DatabaseSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code atelier rejects}. */
@Command(name = "rejects", description = "Lines and orders that could not be taken, and are not right yet.")
final class RejectsCommand {

    private final CommandContext context;
    private final Supplier<JobRunner> runner;

    RejectsCommand(CommandContext context, Supplier<JobRunner> runner) {
        this.context = context;
        this.runner = runner;
    }

    @Command(name = "list", description = "List them, the newest first.")
    int list(
            @Option(names = "--job", paramLabel = "JOB", description = "Of that job only.") @Nullable String job,
            @Mixin RejectOptions options,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            converter = Ranged.Rows.class,
                            defaultValue = "50",
                            description = "At most N rejects (default: 50).")
                    int limit)
            throws SQLException {
        RejectFilter filter = options.filter(job, limit, context.clock);
        try (Connection connection = context.connect()) {
            return context.print(
                    new RejectList(new StandingRejects(connection, BatchJobs.rejects()).list(filter)),
                    context.settings().timeZone());
        }
    }

    @Command(name = "show", description = "Show one of them, and what to do.")
    int show(@Parameters(paramLabel = "REJECT", description = "Its id, such as line-12.") String id)
            throws SQLException {
        try (Connection connection = context.connect()) {
            StandingReject reject = new StandingRejects(connection, BatchJobs.rejects())
                    .find(id)
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.NOT_FOUND,
                            "there is no reject '" + id + "'",
                            "it may have become right since",
                            "atelier rejects list"));
            String fix = JobsCommand.find(reject.job())
                    .rejects()
                    .map(RejectQuery::fix)
                    .orElse("");
            return context.print(
                    new RejectDetail(reject, fix), context.settings().timeZone());
        }
    }

    @Command(name = "export", description = "Write them as CSV, all of them, to stdout or a file.")
    int export(
            @Option(names = "--job", paramLabel = "JOB", description = "Of that job only.") @Nullable String job,
            @Mixin RejectOptions options,
            @Option(names = "--to", paramLabel = "FILE", description = "That file, which must not be there yet.")
                    @Nullable Path file)
            throws SQLException, IOException {
        RejectFilter filter = options.filter(job, null, context.clock);
        try (Connection connection = context.connect()) {
            StandingRejects rejects = new StandingRejects(connection, BatchJobs.rejects());
            if (file == null) {
                write(rejects, filter, context.out);
                return ExitCode.OK.number();
            }
            Path target = context.surroundings.workingDirectory().resolve(file);
            long written = create(target, rejects, filter);
            return context.print(
                    new RejectsExported(target.toString(), written),
                    context.settings().timeZone());
        }
    }

    private static long create(Path target, StandingRejects rejects, RejectFilter filter)
            throws SQLException, IOException {
        try (PrintStream out = new PrintStream(
                Files.newOutputStream(target, StandardOpenOption.CREATE_NEW), false, StandardCharsets.UTF_8)) {
            long written = write(rejects, filter, out);
            if (out.checkError()) {
                throw new IOException(target + " could not be written in full");
            }
            return written;
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailure(
                    ExitCode.USAGE, target + " is there already", "nothing was written", "give another --to", e);
        }
    }

    private static long write(StandingRejects rejects, RejectFilter filter, PrintStream out) throws SQLException {
        CsvRows rows = new CsvRows(out);
        rows.row(RejectList.COLUMNS);
        AtomicLong written = new AtomicLong();
        rejects.each(filter, reject -> {
            rows.row(RejectList.row(reject).values());
            written.incrementAndGet();
        });
        return written.get();
    }

    @Command(
            name = "replay",
            description = "After a fix: put the files they are of back into the queue, and run the job. Rejected orders"
                    + " are looked at by every run.")
    int replay(
            @Parameters(paramLabel = "JOB", description = "A job's name.") String job,
            @Mixin RejectOptions options,
            @Mixin RunningOptions running)
            throws SQLException {
        BatchJob known = JobsCommand.find(job);
        StartChecks.pass(known, running.asked(), context.settingsFor(known.name()));
        RejectFilter filter = options.filter(job, null, context.clock);
        DatabaseSettings database = context.awaitedDatabase();
        requeue(filter);
        return context.print(
                runner.get()
                        .run(running.request(known, context.settings(), database)
                                .build()),
                context.settings().timeZone());
    }

    private void requeue(RejectFilter filter) throws SQLException {
        try (Connection connection = context.connect()) {
            StandingRejects rejects = new StandingRejects(connection, BatchJobs.rejects());
            List<StandingReject> any = rejects.list(
                    new RejectFilter(filter.job(), filter.centre(), filter.file(), filter.reason(), filter.since(), 1));
            if (any.isEmpty()) {
                throw new CommandFailure(
                        ExitCode.NOT_FOUND, "there is no such reject", "nothing was run", "atelier rejects list");
            }
            List<Long> files = rejects.files(filter);
            int requeued = new LedgerEdit(connection).requeue(files);
            if (requeued < files.size()) {
                context.note((files.size() - requeued) + " of " + files.size()
                        + " files left their server and stay as they are");
            }
            if (!files.isEmpty()) {
                context.note(requeued + " files are back in the queue");
            }
        }
    }
}
