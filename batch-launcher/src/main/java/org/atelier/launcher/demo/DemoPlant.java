package org.atelier.launcher.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.atelier.fixtures.ftp.FtpTestServer;
import org.atelier.fixtures.logs.LogTree;
import org.atelier.fixtures.logs.LogTreeSummary;
import org.atelier.fixtures.logs.Oddity;

/**
 * A workshop to try with: log files of three machining centres and thirty days, and the FTP server they are dropped on.
 * It lies in one directory and is the same at every start.
 */
final class DemoPlant implements AutoCloseable {

    static final int DAYS = 30;

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 5, 1);
    private static final int LINES_A_DAY = 2_000;
    private static final int LINES_THAT_GROW = 150;
    private static final String USER = "atelier";
    private static final String PASSWORD = "machines";

    private final Path directory;
    private final FtpTestServer server;

    private DemoPlant(Path directory, FtpTestServer server) {
        this.directory = directory;
        this.server = server;
    }

    /** Makes the files where there are none yet, and starts the server. */
    static DemoPlant open(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path files = directory.resolve("ftp");
        if (!Files.exists(files)) {
            generate(directory, files);
        }
        FtpTestServer server =
                FtpTestServer.serving(files).withUser(USER, PASSWORD).listeningOn(port(directory));
        return new DemoPlant(directory, server.start());
    }

    private static void generate(Path directory, Path files) throws IOException {
        Path fresh = directory.resolve("ftp.part");
        delete(fresh);
        LogTreeSummary made = tree().writeTo(Files.createDirectories(fresh));
        if (made.files() == 0) {
            throw new IllegalStateException("No log file was generated in " + fresh);
        }
        Files.move(fresh, files);
    }

    private static LogTree tree() {
        return LogTree.seeded(1)
                .centres("DEM12 (PVC)", "DEMALU (ALU)", "SU12 (HYBRIDE)")
                .days(FIRST_DAY, DAYS)
                .linesPerDay(LINES_A_DAY)
                .with(Oddity.BLANK_LINES, Oddity.BROKEN_LINES);
    }

    /** The port of the first start: the server's address is part of what the files are known by. */
    private static int port(Path directory) throws IOException {
        Path file = directory.resolve("ftp.port");
        if (!Files.exists(file)) {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                Files.writeString(file, Integer.toString(free.getLocalPort()));
            }
        }
        int port = Integer.parseInt(Files.readString(file).strip());
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (BindException e) {
            throw new IOException(
                    "port " + port + " of the demo's FTP server is taken; end what uses it, or start over with: rm -r "
                            + directory,
                    e);
        }
    }

    /** Writes the configuration that finds all of this, so that other commands can be tried on it. */
    Path configuration(DemoErp erp, DemoBoxes boxes) throws IOException {
        Path file = directory.resolve("atelier.yaml");
        Files.writeString(
                file,
                """
                # Written by "atelier demo", at each start. Its servers run only while it does.
                atelier:
                  data-dir: "%s"
                  machine-logs:
                    source: "%s"
                    password: "%s"
                  orders:
                    source: "%s"
                    username: "%s"
                    password: "%s"
                  measurements:
                    source: "%s"
                    password: "%s"
                    known-hosts: "%s"
                """.formatted(
                                quoted(directory.toString()),
                                quoted(server.url()),
                                PASSWORD,
                                quoted(erp.url()),
                                quoted(erp.reader().username()),
                                quoted(erp.reader().password()),
                                quoted(boxes.url()),
                                quoted(boxes.password()),
                                quoted(boxes.knownHosts().toString())),
                StandardCharsets.UTF_8);
        return file;
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** Lets a machine write on: the last file of the first centre gets more lines. Returns its path on the server. */
    Path grow() throws IOException {
        Path root = directory.resolve("ftp");
        try (Stream<Path> files = Files.list(root.resolve("DEM12 (PVC)"))) {
            Path last = files.max(Comparator.naturalOrder()).orElseThrow();
            tree().appendTo(last, LINES_THAT_GROW);
            return root.relativize(last);
        }
    }

    String url() {
        return server.url();
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder()).forEach(DemoPlant::deleteOne);
            }
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
