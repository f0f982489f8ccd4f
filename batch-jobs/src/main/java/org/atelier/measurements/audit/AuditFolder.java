package org.atelier.measurements.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.atelier.measurements.MeasurementsSettings;
import org.atelier.measurements.format.BadMeasurementFileException;
import org.atelier.measurements.format.ChannelFigures;
import org.atelier.measurements.format.FileReading;
import org.atelier.measurements.format.MeasurementFile;
import org.atelier.measurements.point.Channel;
import org.atelier.measurements.point.PointConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads every {@code .tsv} file below folders of this machine, those in {@code parsed/} and {@code error/} as well, by
 * the code of the runs. Changes nothing; follows no links. Not thread-safe.
 */
public final class AuditFolder {

    /** What is known of a box. */
    private static final class Seen {
        private final TreeSet<String> subtypes = new TreeSet<>();
        private final TreeSet<String> slaves = new TreeSet<>();
        private int highest;
        private long files;
    }

    private final Path folder;
    private final MeasurementsSettings settings;
    private final @Nullable String field;
    private final Map<String, Map<String, Long>> formats = new TreeMap<>();
    private final Map<String, Seen> boxes = new TreeMap<>();
    private final List<Audit.Producer> producers = new ArrayList<>();
    private final List<Audit.Refused> refused = new ArrayList<>();
    private long files;

    /**
     * Looks nowhere yet.
     *
     * @param folder below which files are named {@code company/campaign/...}, or any other
     * @param field such as {@code M02000800_Ch1_W}, whose files are to be named; null for none
     */
    public AuditFolder(Path folder, MeasurementsSettings settings, @Nullable String field) {
        this.folder = folder;
        this.settings = settings;
        this.field = field;
    }

    /**
     * Looks, once at each file.
     *
     * @param within the folder, or some below it
     * @throws IOException when one of them cannot be read; a file that cannot be read is told
     */
    public Audit audit(List<Path> within) throws IOException {
        TreeSet<Path> found = new TreeSet<>();
        for (Path start : within) {
            walk(start, found);
        }
        found.forEach(this::look);
        return audit();
    }

    private void walk(Path start, Set<Path> found) throws IOException {
        Files.walkFileTree(start, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && file.toString().endsWith(".tsv")) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                refused.add(new Audit.Refused(folder.relativize(file).toString(), "cannot be read: " + e));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private Audit audit() {
        List<Audit.Format> byMarker = new ArrayList<>();
        formats.forEach((structure, markers) ->
                markers.forEach((marker, count) -> byMarker.add(new Audit.Format(structure, marker, count))));
        List<Audit.Box> bySerial = boxes.entrySet().stream()
                .map(box -> new Audit.Box(
                        box.getKey(),
                        List.copyOf(box.getValue().subtypes),
                        box.getValue().highest,
                        box.getValue().slaves.size(),
                        box.getValue().files))
                .toList();
        return new Audit(files, byMarker, bySerial, producers, refused);
    }

    private void look(Path file) {
        files++;
        String path = folder.relativize(file).toString();
        List<String> names = List.of(path.split("/", -1));
        String company = names.get(0);
        String campaign = names.size() > 1 ? names.get(1) : "";
        try (InputStream content = Files.newInputStream(file)) {
            FileReading reading = MeasurementFile.read(
                    content,
                    settings.rules(company, campaign),
                    Nowhere.INSTANCE,
                    (line, offset, column, reason, text) -> {});
            note(path, reading);
        } catch (BadMeasurementFileException e) {
            refused.add(new Audit.Refused(path, e.code() + ": " + e.getMessage()));
        } catch (IOException e) {
            refused.add(new Audit.Refused(path, "cannot be read: " + e));
        }
    }

    private void note(String path, FileReading reading) {
        formats.computeIfAbsent(reading.structure(), structure -> new TreeMap<>())
                .merge(reading.marker(), 1L, Long::sum);
        Seen box = boxes.computeIfAbsent(reading.channels().get(0).channel().masterSerial(), serial -> new Seen());
        box.files++;
        for (ChannelFigures figures : reading.channels()) {
            Channel channel = figures.channel();
            if (channel.deviceType().equals("slave")) {
                box.slaves.add(channel.serial());
            } else {
                box.subtypes.add(Objects.requireNonNullElse(channel.subtype(), ""));
                box.highest = Math.max(box.highest, number(channel.label()));
            }
            if (channel.field().equals(field)) {
                String title = channel.name() + (channel.unit().isEmpty() ? "" : " " + channel.unit());
                producers.add(new Audit.Producer(path, channel.column(), title, figures.points()));
            }
        }
    }

    private static int number(String label) {
        return label.startsWith("Ch") ? Integer.parseInt(label.substring(2)) : 0;
    }

    /** Takes no point. */
    private enum Nowhere implements PointConsumer {
        INSTANCE;

        @Override
        public void channels(List<Channel> channels) {}

        @Override
        public void point(int channel, long epochSecond, double value) {}
    }
}
