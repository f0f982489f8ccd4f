package org.atelier.measurements.rebuild;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.atelier.files.LandedContent;
import org.atelier.files.PlannedFile;
import org.atelier.measurements.MeasurementsSettings;
import org.atelier.measurements.fetch.VersionReader;
import org.atelier.measurements.ledger.MeasurementVersion;
import org.atelier.measurements.load.LandedPoints;
import org.atelier.measurements.point.Channel;
import org.atelier.measurements.point.PointConsumer;
import org.atelier.transfer.LandedFile;
import org.atelier.transfer.LandingArea;
import org.jspecify.annotations.Nullable;

/** Reads copies of files by the settings of now. Thread-safe. */
public final class ReadCopies {

    private final VersionReader reader;
    private final LandingArea landing;
    private final MeasurementsSettings settings;

    /** Takes what it needs. */
    public ReadCopies(VersionReader reader, LandingArea landing, MeasurementsSettings settings) {
        this.reader = reader;
        this.landing = landing;
        this.settings = settings;
    }

    /**
     * A copy that was read.
     *
     * @param file with its version as it is now
     * @param channels its columns
     * @param points what it gives; null when it is refused now
     */
    record Copy(
            PlannedFile<MeasurementVersion> file,
            List<Channel> channels,
            @Nullable LandedPoints points) {}

    /**
     * Reads one.
     *
     * @throws IOException when it is missing or damaged; the message says what to do
     */
    Copy read(PlannedFile<MeasurementVersion> file) throws IOException {
        MeasurementVersion before = Objects.requireNonNull(file.version(), "a file that is loaded");
        LandedFile landed =
                new LandedFile(before.sha256(), before.size(), before.modified(), before.downloadedAt(), new byte[0]);
        Channels channels = new Channels();
        MeasurementVersion version = reader.read(
                        file.path(),
                        LandedContent.open(landing, file.path(), before.sha256()),
                        landed,
                        before.downloadedAt(),
                        channels)
                .left(null);
        PlannedFile<MeasurementVersion> now = file.with(version);
        return new Copy(
                now,
                channels.all,
                version.facts() == null || version.isRefused() ? null : new LandedPoints(now, landing, settings));
    }

    /** Takes the columns alone. */
    private static final class Channels implements PointConsumer {

        private final List<Channel> all = new ArrayList<>();

        @Override
        public void channels(List<Channel> channels) {
            all.addAll(channels);
        }

        @Override
        public void point(int channel, long epochSecond, double value) {}
    }
}
