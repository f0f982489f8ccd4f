package org.atelier.measurements.hook;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the variables that SFTPGo (2.7) gives to a command hook: {@code SFTPGO_ACTION}, {@code SFTPGO_ACTION_PATH},
 * {@code SFTPGO_ACTION_TARGET}, {@code SFTPGO_ACTION_STATUS}. Immutable.
 *
 * @param environment the variables
 * @param dataFolder SFTPGo's data folder on this machine, absolute; null when the files come from another machine
 */
public record SftpgoEnvironment(
        Map<String, String> environment, @Nullable Path dataFolder) {

    private static final String DONE = "1";

    /** Files that another program took already are called so. */
    private static final String TAKEN = "PARSED_";

    /** What is asked for. */
    public UploadEvent event() {
        String action = text("ACTION");
        return switch (action) {
            case "" -> new UploadEvent.Wrong("SFTPGO_ACTION is not set; SFTPGo sets it when it calls this hook");
            case "upload" -> uploaded(text("ACTION_PATH"));
            // Many clients upload under another name first: the file is there when it got its own.
            case "rename" -> renamed(text("ACTION_TARGET"));
            case "mkdir" -> made(text("ACTION_PATH"));
            default -> new UploadEvent.Nothing("the action '" + action + "' asks for nothing");
        };
    }

    private UploadEvent renamed(String target) {
        return target.isEmpty() ? new UploadEvent.Wrong("a rename without SFTPGO_ACTION_TARGET") : uploaded(target);
    }

    private UploadEvent uploaded(String path) {
        String status = text("ACTION_STATUS");
        if (!status.isEmpty() && !status.equals(DONE)) {
            return new UploadEvent.Nothing("it did not succeed (SFTPGO_ACTION_STATUS " + status + ")");
        }
        Path root = dataFolder;
        if (path.isEmpty() || root == null) {
            return new UploadEvent.Everything();
        }
        List<String> names = below(root, path);
        if (names == null) {
            return outside(path);
        }
        String name = names.isEmpty() ? "" : names.get(names.size() - 1);
        if (name.startsWith(TAKEN)) {
            return new UploadEvent.Nothing("its name begins with " + TAKEN);
        }
        return name.endsWith(".tsv")
                ? new UploadEvent.OneFile(String.join("/", names))
                : new UploadEvent.Nothing("it is no .tsv file");
    }

    private UploadEvent made(String path) {
        if (path.isEmpty()) {
            return new UploadEvent.Wrong("a mkdir without SFTPGO_ACTION_PATH");
        }
        Path root = dataFolder;
        if (root == null) {
            return new UploadEvent.Nothing("the data folder is on another machine");
        }
        List<String> names = below(root, path);
        if (names == null) {
            return outside(path);
        }
        return switch (names.size()) {
            case 0 -> new UploadEvent.Nothing("it is the data folder itself");
            case 1 -> new UploadEvent.NewFolder(names.get(0), null);
            case 2 -> new UploadEvent.NewFolder(names.get(0), names.get(1));
            default -> new UploadEvent.Nothing("it is the folder of a device, or within one");
        };
    }

    private UploadEvent outside(String path) {
        return new UploadEvent.Wrong(path + " does not lie below the data folder " + dataFolder);
    }

    /** The names below the data folder, compared name by name: {@code /data2} is not below {@code /data}. */
    private static @Nullable List<String> below(Path dataFolder, String path) {
        try {
            Path given = Path.of(path).normalize();
            // SFTPGo may know it by another way.
            for (Path root : List.of(dataFolder.normalize(), real(dataFolder))) {
                if (given.startsWith(root)) {
                    List<String> names = new ArrayList<>();
                    root.relativize(given).forEach(name -> names.add(name.toString()));
                    names.removeIf(String::isEmpty);
                    return names;
                }
            }
            return null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.normalize();
        }
    }

    private String text(String name) {
        return environment.getOrDefault("SFTPGO_" + name, "");
    }
}
