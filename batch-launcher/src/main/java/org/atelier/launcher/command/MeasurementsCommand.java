package org.atelier.launcher.command;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.atelier.catalog.BatchJob;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.result.FolderAudited;
import org.atelier.launcher.run.JobRunner;
import org.atelier.launcher.run.RunRequest;
import org.atelier.measurements.Measurements;
import org.atelier.measurements.find.EarlierFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code atelier measurements}: what only files of measuring boxes need. */
@Command(name = "measurements", description = "What only the files of measuring boxes need.")
final class MeasurementsCommand {

    private final CommandContext context;
    private final Supplier<JobRunner> runner;

    MeasurementsCommand(CommandContext context, Supplier<JobRunner> runner) {
        this.context = context;
        this.runner = runner;
    }

    @Command(
            name = "on-upload",
            description =
                    "SFTPGo's hook: take what the event in the environment (SFTPGO_ACTION, ...) says. Ends with 0, or"
                            + " with 1 when something is wrong.")
    int onUpload() {
        return new OnUpload(context, runner).call();
    }

    @Command(
            name = "import",
            description =
                    "Read the files that an earlier program left in parsed/ of companies: they are stored and entered"
                            + " in the ledger where they lie, none is moved. What was taken before is not read again.")
    int earlier(
            @Parameters(paramLabel = "COMPANY", arity = "1..*", description = "Names of companies.")
                    List<String> companies,
            @Option(
                            names = "--from",
                            paramLabel = "D",
                            converter = Ranged.Day.class,
                            description = "Only files that were last changed on that day (UTC) or later ...")
                    @Nullable LocalDate from,
            @Option(
                            names = "--to",
                            paramLabel = "D",
                            converter = Ranged.Day.class,
                            description = "... and on that day or before.")
                    @Nullable LocalDate to,
            @Mixin RunningOptions running) {
        if (from != null && to != null && to.isBefore(from)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "the range ends (--to " + to + ") before it begins (--from " + from + ")",
                    "",
                    "atelier measurements import --help");
        }
        BatchJob job = JobsCommand.find(Measurements.NAME);
        StartChecks.pass(job, running.asked(), context.settingsFor(job.name()));
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(EarlierFiles.COMPANIES.name(), String.join("/", companies));
        if (from != null) {
            parameters.put(EarlierFiles.FROM.name(), from.toString());
        }
        if (to != null) {
            parameters.put(EarlierFiles.TO.name(), to.toString());
        }
        RunRequest request = running.request(job, context.settings(), context.awaitedDatabase())
                .parameters(parameters)
                .build();
        return context.print(runner.get().run(request), context.settings().timeZone());
    }

    @Command(
            name = "audit",
            description =
                    "Read every .tsv file below folders of this machine, parsed/ and error/ included, and count formats,"
                            + " boxes, their subtypes and channels. Changes nothing, and needs no database.")
    int audit(
            @Parameters(
                            paramLabel = "COMPANY|FOLDER",
                            arity = "0..*",
                            description = "Companies, by their names in the data folder, or folders anywhere"
                                    + " (default: the data folder).")
                    @Nullable List<String> names,
            @Option(
                            names = "--field",
                            paramLabel = "FIELD",
                            description = "Also name the files that would produce that field, such as M02000800_Ch1_W.")
                    @Nullable String field)
            throws IOException {
        FolderAudited audited = new AuditedFolders(context).audit(names == null ? List.of() : names, field);
        return context.print(audited, context.settings().timeZone());
    }

    @Command(
            name = "check-ingestion",
            description =
                    "Say whether measurements still arrive, by what runs recorded, and send what people are to be told."
                            + " Ends with 0, or with 1 when anything is wrong.")
    int checkIngestion(
            @Option(
                            names = "--window",
                            paramLabel = "AGE",
                            converter = Ranged.Wait.class,
                            description = "How far back failures are looked for, from 60m to 7d (default: 60m).")
                    @Nullable Duration window)
            throws InterruptedException {
        return new CheckIngestion(context).call(window);
    }
}
