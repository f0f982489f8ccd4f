package org.atelier.measurements;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/** Program of a test: holds a file open for appending, says so, and ends when its input does. Argument: the file. */
final class HoldOpen implements AutoCloseable {

    private final Process process;

    private HoldOpen(Process process) {
        this.process = process;
    }

    public static void main(String[] arguments) throws IOException {
        try (FileOutputStream file = new FileOutputStream(arguments[0], true)) {
            System.out.println("holding");
            System.in.transferTo(file);
        }
    }

    /** Another process that has a file open. */
    static HoldOpen of(Path file) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HoldOpen.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (!"holding".equals(process.inputReader().readLine())) {
            process.destroyForcibly();
            throw new IOException("The file cannot be held open.");
        }
        return new HoldOpen(process);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Lets go of the file, once the process has ended. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }
}
