package org.atelier.launcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.atelier.launcher.CommandFailure;
import org.atelier.launcher.ExitCode;
import org.atelier.launcher.result.FolderAudited;
import org.atelier.measurements.MeasurementsSettings;
import org.atelier.measurements.audit.Audit;
import org.atelier.measurements.audit.AuditFolder;
import org.jspecify.annotations.Nullable;

/**
 * Finds the folders that {@code measurements audit} is asked about. Below the data folder files are named from there
 * on, as in the ledger, so that the zone of a company or a campaign is found.
 */
final class AuditedFolders {

    private final CommandContext context;

    AuditedFolders(CommandContext context) {
        this.context = context;
    }

    /**
     * Looks through them.
     *
     * @param names of companies or folders; none for the data folder
     * @param field whose files are to be named; null for none
     * @throws CommandFailure with 4 when a folder is not there
     */
    FolderAudited audit(List<String> names, @Nullable String field) throws IOException {
        MeasurementsSettings settings = context.settings().get(MeasurementsSettings.class);
        Path configured = MeasurementsFolder.of(settings);
        Path data = configured == null ? null : configured.toAbsolutePath().normalize();
        List<Path> folders = new ArrayList<>();
        for (String name : names) {
            folders.add(folder(data, name));
        }
        if (names.isEmpty()) {
            folders.add(there(data, "the measurement files are on another machine"));
        }
        Path root = root(data, folders);
        Audit audit = new AuditFolder(root, settings, field).audit(folders);
        String looked = String.join(" ", folders.stream().map(Path::toString).toList());
        return new FolderAudited(looked, audit, field != null);
    }

    /** A name without any separator may be a company's. */
    private Path folder(@Nullable Path data, String name) {
        try {
            if (data != null && Path.of(name).getNameCount() == 1 && Files.isDirectory(data.resolve(name))) {
                return data.resolve(name).normalize();
            }
            Path folder = context.surroundings.workingDirectory().resolve(name);
            return there(folder.toAbsolutePath().normalize(), "");
        } catch (InvalidPathException e) {
            throw missing("'" + name + "' is no name of a folder");
        }
    }

    private static Path there(@Nullable Path folder, String none) {
        if (folder == null || !Files.isDirectory(folder)) {
            throw missing(folder == null ? none : "there is no folder " + folder);
        }
        return folder;
    }

    private static CommandFailure missing(String what) {
        return new CommandFailure(
                ExitCode.NOT_FOUND,
                what,
                "this command reads the folders of companies in the data folder, or any other of this machine",
                "atelier measurements audit --help");
    }

    /** What all of them lie in: the data folder, or what they have in common. */
    private static Path root(@Nullable Path data, List<Path> folders) {
        if (data != null && holds(data, folders)) {
            return data;
        }
        Path root = folders.get(0);
        Path above = root.getParent();
        while (above != null && !holds(root, folders)) {
            root = above;
            above = root.getParent();
        }
        return root;
    }

    private static boolean holds(Path root, List<Path> folders) {
        return folders.stream().allMatch(folder -> folder.startsWith(root));
    }
}
