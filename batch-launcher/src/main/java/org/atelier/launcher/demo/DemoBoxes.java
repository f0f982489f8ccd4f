package org.atelier.launcher.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.atelier.fixtures.boxes.BoxFile;
import org.atelier.fixtures.sftp.SftpTestServer;

/**
 * Measuring boxes to try with: their files, and the SFTP server they upload them to. At every start one upload is still
 * under way and one file is of a format that nobody knows.
 */
final class DemoBoxes implements AutoCloseable {

    static final List<BoxFile> BOXES = List.of(
            BoxFile.of("02000801"),
            BoxFile.of("02000802").tri().withSlave("04000466"),
            BoxFile.of("02000803").withHeaderBlock(),
            BoxFile.of("02000804").tri().withHeaderBlock().withSlave("04000467").withSlave("04000468"));

    static final int DAYS = 7;

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
    private static final int MINUTES = 5;
    private static final String CAMPAIGN = "menuiserie/atelier-2026/";

    private final Path root;
    private final SftpTestServer server;
    private final Path knownHosts;

    private DemoBoxes(Path root, SftpTestServer server, Path knownHosts) {
        this.root = root;
        this.server = server;
        this.knownHosts = knownHosts;
    }

    /** Makes the files where there are none yet, and starts the server. */
    static DemoBoxes open(Path directory) throws IOException {
        Path root = directory.resolve("sftp");
        if (!Files.exists(root)) {
            for (BoxFile box : BOXES) {
                for (int day = 0; day < DAYS; day++) {
                    LocalDate of = FIRST_DAY.plusDays(day);
                    write(root, box.serial(), of, box.text(of, MINUTES));
                }
            }
        }
        write(root, "02000801", FIRST_DAY.minusDays(1), "02000801\t02000801\nMV_T202_V002\tPh 1 V\n");
        SftpTestServer server = SftpTestServer.serving(root).start();
        DemoBoxes boxes = new DemoBoxes(root, server, server.writeKnownHosts(directory.resolve("known_hosts")));
        boxes.upload(false);
        return boxes;
    }

    /** Writes the last box's newest file: up to the middle of a line, or whole. */
    void upload(boolean whole) throws IOException {
        BoxFile box = BOXES.get(BOXES.size() - 1);
        LocalDate day = FIRST_DAY.plusDays(DAYS);
        String text = box.text(day, MINUTES);
        Path file = write(root, box.serial(), day, whole ? text : text.substring(0, text.length() / 2));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    }

    private static Path write(Path root, String box, LocalDate day, String text) throws IOException {
        Path folder = Files.createDirectories(root.resolve(CAMPAIGN + box));
        return Files.writeString(
                folder.resolve("T302_" + day.toString().replace("-", "").substring(2) + "_000000.tsv"),
                text,
                StandardCharsets.UTF_8);
    }

    String url() {
        return server.url();
    }

    String password() {
        return server.password();
    }

    Path knownHosts() {
        return knownHosts;
    }

    @Override
    public void close() {
        server.close();
    }
}
