package org.atelier.measurements.load;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.atelier.files.LandedContent;
import org.atelier.files.PlannedFile;
import org.atelier.measurements.MeasurementsSettings;
import org.atelier.measurements.format.MeasurementFile;
import org.atelier.measurements.format.RejectConsumer;
import org.atelier.measurements.ledger.MeasurementFacts;
import org.atelier.measurements.ledger.MeasurementVersion;
import org.atelier.measurements.point.PointConsumer;
import org.atelier.measurements.sink.FilePoints;
import org.atelier.transfer.Contents;

/** The points of a file, read from its landing copy as often as they are asked for. Thread-safe. */
public final class LandedPoints implements FilePoints {

    private final PlannedFile<MeasurementVersion> file;
    private final MeasurementVersion version;
    private final MeasurementFacts facts;
    private final Contents landing;
    private final MeasurementsSettings settings;

    /** Of a file whose version has facts. */
    public LandedPoints(PlannedFile<MeasurementVersion> file, Contents landing, MeasurementsSettings settings) {
        this.file = file;
        this.version = Objects.requireNonNull(file.version(), "a fetched file");
        this.facts = Objects.requireNonNull(version.facts(), "a file that can be read");
        this.landing = landing;
        this.settings = settings;
    }

    @Override
    public String bucket() {
        return facts.company();
    }

    @Override
    public String campaign() {
        return facts.campaign();
    }

    @Override
    public Instant first() {
        return facts.first();
    }

    @Override
    public Instant last() {
        return facts.last();
    }

    @Override
    public List<LocalDate> days() {
        return version.days();
    }

    @Override
    public void forEach(PointConsumer points) throws IOException {
        read(points, (line, offset, column, reason, text) -> {});
    }

    /** The same with what is rejected. */
    public void read(PointConsumer points, RejectConsumer rejects) throws IOException {
        try (InputStream content = LandedContent.open(landing, file.path(), version.sha256())) {
            MeasurementFile.read(content, settings.rules(facts.company(), facts.campaign()), points, rejects);
        }
    }
}
