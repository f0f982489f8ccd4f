package org.atelier.measurements.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.atelier.files.LineCounts;
import org.atelier.measurements.MeasurementsSettings;
import org.atelier.measurements.format.BadMeasurementFileException;
import org.atelier.measurements.format.FileReading;
import org.atelier.measurements.format.MeasurementFile;
import org.atelier.measurements.format.RowCounts;
import org.atelier.measurements.ledger.MeasurementFacts;
import org.atelier.measurements.ledger.MeasurementVersion;
import org.atelier.measurements.point.Channel;
import org.atelier.measurements.point.PointConsumer;
import org.atelier.measurements.tenant.BadPathException;
import org.atelier.measurements.tenant.MeasurementPath;
import org.atelier.transfer.LandedFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a landed file for its facts: what is in it, why it is refused, or that its upload goes on. Thread-safe. */
public final class VersionReader {

    private static final Logger LOG = LoggerFactory.getLogger(VersionReader.class);

    private static final String HEADER_BLOCK = "header-block";

    private final MeasurementsSettings settings;
    private final UnfinishedUpload unfinished;

    /** Takes what it needs. */
    public VersionReader(MeasurementsSettings settings, Clock clock) {
        this.settings = settings;
        this.unfinished = new UnfinishedUpload(settings.grace(), clock);
    }

    /**
     * Reads it to its end.
     *
     * @param path of the file, as the ledger names it
     * @param content its bytes from the start; closed here
     * @param firstDownload when this content of the file was first downloaded
     * @throws IOException when our disk fails
     */
    public MeasurementVersion read(String path, InputStream content, LandedFile landed, Instant firstDownload)
            throws IOException {
        return read(path, content, landed, firstDownload, Nowhere.INSTANCE);
    }

    /** The same for who wants the points as well. */
    public MeasurementVersion read(
            String path, InputStream content, LandedFile landed, Instant firstDownload, PointConsumer points)
            throws IOException {
        try (TailInput tail = new TailInput(content)) {
            return version(path, tail, landed, firstDownload, points);
        }
    }

    private MeasurementVersion version(
            String path, TailInput content, LandedFile landed, Instant firstDownload, PointConsumer points)
            throws IOException {
        try {
            MeasurementPath tenant = MeasurementPath.of(path);
            FileReading reading = MeasurementFile.read(
                    content,
                    settings.rules(tenant.company(), tenant.campaign()),
                    points,
                    (line, offset, column, reason, text) -> {});
            boolean cut = reading.structure().equals(HEADER_BLOCK) ? !reading.endMarker() : content.endsWithinLine();
            String left = unfinished.reason(landed, cut, reading.structure());
            if (left == null) {
                reading.warnings()
                        .forEach(warning ->
                                LOG.atWarn().addKeyValue("file", path).log("{}: {}", path, warning));
            }
            return version(landed, firstDownload, reading, facts(tenant, reading))
                    .left(left);
        } catch (BadPathException e) {
            return refused(landed, firstDownload, String.valueOf(e.getMessage()));
        } catch (BadMeasurementFileException e) {
            boolean cut = content.endsWithinLine() || e.code().equals("NO_DATA_BLOCK");
            return refused(landed, firstDownload, e.code() + ": " + e.getMessage())
                    .left(unfinished.reason(landed, cut, ""));
        }
    }

    private static MeasurementVersion version(
            LandedFile landed, Instant firstDownload, FileReading reading, MeasurementFacts facts) {
        RowCounts rows = reading.rows();
        return new MeasurementVersion(
                landed.sha256(),
                landed.size(),
                landed.modified(),
                firstDownload,
                reading.days(),
                new LineCounts(
                        rows.lines(),
                        rows.blank() + rows.structural(),
                        rows.usedRows(),
                        0,
                        rows.invalidTimestamps() + rows.truncatedLines(),
                        0),
                facts,
                null,
                null);
    }

    private static MeasurementVersion refused(LandedFile landed, Instant firstDownload, @Nullable String refusal) {
        return new MeasurementVersion(
                landed.sha256(),
                landed.size(),
                landed.modified(),
                firstDownload,
                List.of(),
                LineCounts.NONE,
                null,
                refusal,
                null);
    }

    private static MeasurementFacts facts(MeasurementPath tenant, FileReading reading) {
        RowCounts rows = reading.rows();
        return new MeasurementFacts(
                tenant.company(),
                tenant.campaign(),
                reading.marker(),
                reading.structure(),
                reading.headerMeta(),
                rows.points(),
                rows.structural(),
                rows.invalidValues(),
                rows.missingValues(),
                rows.longRows(),
                rows.zeroMarkerRows(),
                rows.invalidTimestamps(),
                rows.truncatedLines(),
                Objects.requireNonNull(reading.first(), "a file without a valid stamp is refused"),
                Objects.requireNonNull(reading.last(), "a file without a valid stamp is refused"),
                ChannelsJson.of(reading.channels()));
    }

    /** Takes points for their number alone. */
    private enum Nowhere implements PointConsumer {
        INSTANCE;

        @Override
        public void channels(List<Channel> channels) {}

        @Override
        public void point(int channel, long epochSecond, double value) {}
    }
}
