package org.atelier.measurements.preview;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.atelier.catalog.JobPreview;
import org.atelier.catalog.PreviewReport;
import org.atelier.measurements.MeasurementsSettings;
import org.atelier.measurements.find.NoSuchFile;
import org.atelier.measurements.find.WaitingFiles;
import org.atelier.run.RunOptions;
import org.atelier.settings.ConfigurationException;
import org.atelier.transfer.RemoteRetry;
import org.atelier.transfer.RemoteSource;

/** Reads the files that a run would take, and says of each what it holds or why it would be refused. */
public final class PreviewMeasurements implements JobPreview {

    @Override
    public PreviewReport look(Question question) throws IOException {
        MeasurementsSettings settings = question.settings().get(MeasurementsSettings.class);
        if (settings.sources().isEmpty()) {
            throw new ConfigurationException("No source of measurement files is configured: set"
                    + " atelier.measurements.data-folder (ATELIER_MEASUREMENTS_DATA_FOLDER), such as /srv/sftpgo/data");
        }
        List<WaitingFiles.Waiting> found = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (RemoteSource source : settings.sources()) {
            WaitingFiles waiting = WaitingFiles.in(source, RemoteRetry.standard());
            found.addAll(waiting.files());
            problems.addAll(waiting.problems());
        }
        List<WaitingFiles.Waiting> asked = asked(found, question.options());
        try (FilePreview preview = new FilePreview(settings, question.scratch(), question.clock())) {
            asked.forEach(preview::add);
            return preview.report(found.size(), problems);
        }
    }

    private static List<WaitingFiles.Waiting> asked(List<WaitingFiles.Waiting> found, RunOptions options) {
        String name = options.file();
        Integer limit = options.limit();
        List<WaitingFiles.Waiting> asked = found.stream()
                .filter(file ->
                        name == null || file.path().equals(name) || file.path().endsWith("/" + name))
                .filter(file -> options.shard() == null
                        || options.shard().owns(file.path().replaceFirst("/?[^/]*$", "")))
                .limit(limit == null ? Long.MAX_VALUE : limit)
                .toList();
        if (name != null && asked.isEmpty()) {
            throw NoSuchFile.of(
                    name, found.stream().map(WaitingFiles.Waiting::path).toList());
        }
        return asked;
    }
}
