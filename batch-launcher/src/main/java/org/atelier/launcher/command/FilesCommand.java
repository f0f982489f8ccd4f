package org.atelier.launcher.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.atelier.catalog.BatchJobs;
import org.atelier.files.FileState;
import org.atelier.files.LedgerEdit;
import org.atelier.files.history.FileFilter;
import org.atelier.files.history.FileHistory;
import org.atelier.files.history.FileRecord;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.result.FileDetail;
import org.atelier.launcher.result.FileList;
import org.atelier.launcher.result.FilesEdited;
import org.atelier.retention.JobArchive;
import org.atelier.transfer.LandingArea;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code atelier files}: the ledger. */
@Command(name = "files", description = "The ledger: every file that was ever seen.")
final class FilesCommand {

    private static final String FILE = "An id, a path (directory/file) or a file's name.";

    private final CommandContext context;

    FilesCommand(CommandContext context) {
        this.context = context;
    }

    @Command(name = "list", description = "List files by path.")
    int list(
            @Option(names = "--job", paramLabel = "JOB", description = "Files of that job only.") @Nullable String job,
            @Option(names = "--centre", paramLabel = "CODE", description = "Files of that machining centre only.")
                    @Nullable String centre,
            @Option(
                            names = "--state",
                            paramLabel = "S",
                            description = "Only files that are seen, loaded, duplicate, failed or quarantined.")
                    @Nullable FileState state,
            @Option(names = "--gate-failed", description = "Only files that are loaded, but failed the quality gate.")
                    boolean gateFailed,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            converter = Ranged.Rows.class,
                            defaultValue = "50",
                            description = "At most N files (default: 50).")
                    int limit)
            throws SQLException {
        FileFilter filter = new FileFilter(
                Optional.ofNullable(job),
                Optional.ofNullable(centre),
                Optional.ofNullable(state).map(FileState::column),
                gateFailed,
                limit);
        try (Connection connection = context.connect()) {
            return context.print(new FileList(new FileHistory(connection).list(filter)), zone());
        }
    }

    @Command(
            name = "show",
            description = "Show one file: its days, lines, rejects, why it failed, itself or the quality gate.")
    int show(@Parameters(paramLabel = "FILE", description = FILE) String file) throws SQLException {
        try (Connection connection = context.connect()) {
            FileRecord found = one(new FileHistory(connection).find(file), file);
            return context.print(new FileDetail(found, landed(found)), zone());
        }
    }

    @Command(
            name = "forget",
            description = "Forget what was loaded of files: the next run takes them as new, if they are still there. "
                    + "Their sessions stay until a run rebuilds their days.")
    int forget(@Parameters(arity = "1..*", paramLabel = "FILE", description = FILE) List<String> files)
            throws SQLException {
        try (Connection connection = context.connect()) {
            List<FileRecord> found = all(new FileHistory(connection), files);
            if (!context.options.yes) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "forgetting " + found.size() + " file(s) cannot be undone",
                        "their rejects are deleted at once, their sessions change when a run rebuilds their days",
                        "the same command with --yes");
            }
            return print(found, new LedgerEdit(connection).forget(keys(found)), "forgotten");
        }
    }

    @Command(
            name = "requeue",
            description =
                    "Put files back into the queue: the next run takes them again, quarantined or not, changed or "
                            + "not. Not possible for a file that left its server.")
    int requeue(@Parameters(arity = "1..*", paramLabel = "FILE", description = FILE) List<String> files)
            throws SQLException {
        try (Connection connection = context.connect()) {
            List<FileRecord> found = all(new FileHistory(connection), files);
            for (FileRecord file : found) {
                if (file.fate() != null) {
                    throw new CommandFailure(
                            ExitCode.NOT_FOUND,
                            file.path() + " is not on its server any more: " + file.fate(),
                            "",
                            "put it back there" + (file.archivedAs() == null ? "" : " from " + file.archivedAs()));
                }
            }
            return print(found, new LedgerEdit(connection).requeue(keys(found)), "requeued");
        }
    }

    private int print(List<FileRecord> files, int edited, String act) {
        return context.print(new FilesEdited(files, edited, act), zone());
    }

    private static List<FileRecord> all(FileHistory ledger, List<String> files) throws SQLException {
        List<FileRecord> found = new ArrayList<>();
        for (String file : files) {
            found.add(one(ledger.find(file), file));
        }
        return found;
    }

    private static FileRecord one(List<FileRecord> found, String file) {
        if (found.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.NOT_FOUND,
                    "the ledger knows no file '" + file + "'",
                    "",
                    "atelier files list --limit 1000");
        }
        if (found.size() > 1) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "'" + file + "' names " + found.size() + " files",
                    "such as " + found.get(0).path() + " (" + found.get(0).id() + ") and "
                            + found.get(1).path() + " (" + found.get(1).id() + ")",
                    String.format(
                            Locale.ROOT, "atelier files show %d", found.get(0).id()));
        }
        return found.get(0);
    }

    private static List<Long> keys(List<FileRecord> files) {
        return files.stream().map(FileRecord::id).toList();
    }

    private boolean landed(FileRecord file) {
        String sha256 = file.sha256();
        Optional<Path> landing = BatchJobs.find(file.job())
                .flatMap(job -> job.archive(context.settings().forJobs()))
                .map(JobArchive::landing)
                // A landing area makes its directory: this command changes nothing.
                .filter(Files::isDirectory);
        return sha256 != null && landing.isPresent() && new LandingArea(landing.get()).contains(sha256);
    }

    private ZoneId zone() {
        return context.settings().timeZone();
    }
}
