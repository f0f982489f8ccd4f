package org.atelier.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.atelier.launcher.command.Commands;
import org.atelier.settings.Surroundings;

/** The program. */
public final class Atelier {

    private static final int BUFFER = 8192;

    private Atelier() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // UTF-8 whatever the locale says: with LANG=C accents would become question marks.
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        int code = Commands.execute(Surroundings.ofThisProcess(), out, err, Clock.systemUTC(), arguments);
        err.flush();
        System.exit(code);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new java.io.BufferedOutputStream(new FileOutputStream(descriptor), BUFFER),
                false,
                StandardCharsets.UTF_8);
    }
}
