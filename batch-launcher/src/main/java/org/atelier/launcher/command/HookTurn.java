package org.atelier.launcher.command;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Lets one event after the other be carried out, of this process or another. One that comes while another is carried
 * out leaves a mark and goes; who is at work looks for marks when he has let go of the lock, not before: a mark that is
 * left in between would stay. What is left is therefore always taken, if nobody is killed.
 */
final class HookTurn {

    /** Carries events out. */
    interface Work {

        /** What this event asks for. */
        int mine() throws IOException;

        /** Whatever others may have left: they did not say what. */
        int all() throws IOException;
    }

    private final Path lock;
    private final Path mark;

    /** @param directory of the marks; it must exist */
    HookTurn(Path directory) {
        this.lock = directory.resolve("upload.lock");
        this.mark = directory.resolve("upload.again");
    }

    /**
     * Carries out what is asked for, and what others leave meanwhile.
     *
     * @return the highest exit code; null when it is left to the one who is at work
     */
    @Nullable Integer take(Work work) throws IOException {
        Integer code = locked(work, false);
        if (code == null) {
            Files.write(mark, new byte[0]);
            // Whoever held the lock may have looked for marks before this one was there.
            code = locked(work, true);
        }
        while (code != null && Files.exists(mark)) {
            Integer more = locked(work, true);
            if (more == null) {
                return code;
            }
            code = Math.max(code, more);
        }
        return code;
    }

    private @Nullable Integer locked(Work work, boolean marked) throws IOException {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = tryLock(channel)) {
            if (held == null) {
                return null;
            }
            boolean left = Files.deleteIfExists(mark);
            if (left) {
                return work.all();
            }
            // A mark that is gone was taken by another one, who looked at everything after it was left.
            return marked ? 0 : work.mine();
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held by this very process.
            return null;
        }
    }
}
