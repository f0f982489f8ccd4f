package org.atelier.measurements.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import org.atelier.measurements.MeasurementsSettings;
import org.atelier.measurements.catalogue.PublishChannels;
import org.atelier.measurements.load.SendPoints;
import org.atelier.run.step.RunContext;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Leaves the report of a run that took files. That it cannot be written is a warning: what it says is in the database.
 */
public final class WriteReport implements Tasklet {

    private static final Logger LOG = LoggerFactory.getLogger(WriteReport.class);

    private final MeasurementsSettings settings;
    private final RunReport report;
    private final MetaLines meta;
    private final SendPoints sending;
    private final PublishChannels channels;
    private final Clock clock;

    /** Takes what it needs. */
    public WriteReport(
            MeasurementsSettings settings, Jdbi jdbi, SendPoints sending, PublishChannels channels, Clock clock) {
        this.settings = settings;
        this.report = new RunReport(jdbi);
        this.meta = new MetaLines(jdbi);
        this.sending = sending;
        this.channels = channels;
        this.clock = clock;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        Instant now = clock.instant();
        LocalDateTime began = contribution.getStepExecution().getJobExecution().getStartTime();
        // Spring Batch keeps times by the zone of the JVM.
        Instant start =
                began == null ? now : began.atZone(ZoneId.systemDefault()).toInstant();
        String base = settings.sources().stream()
                .map(source -> source.scheme().equals("file") ? source.root() : source.label())
                .collect(Collectors.joining(", "));
        Optional<String> text = report.of(RunContext.current().instance(), base, start, now);
        text.ifPresent(json -> write(json, RunReport.id(start)));
        channels.ofRun(RunContext.current().instance());
        if (sending.sends()) {
            sending.tell(meta.of(RunContext.current().instance(), base, start, now), now);
        }
        return RepeatStatus.FINISHED;
    }

    private void write(String json, String id) {
        Path folder = settings.reportDir();
        Path target = folder.resolve("tsv_parser_" + id.replace(':', '-') + ".json");
        try {
            Files.createDirectories(folder);
            // Not a temporary file, which no one else may read.
            Path part = folder.resolve("." + target.getFileName() + ".part");
            Files.writeString(part, json + "\n");
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            LOG.atInfo().addKeyValue("file", target).log("Report: {}", target);
        } catch (IOException e) {
            LOG.warn(
                    "The report cannot be written to {} ({}); see that this user may write there",
                    target,
                    e.toString());
        }
    }
}
