package org.atelier.measurements.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.atelier.catalog.Finding;
import org.atelier.catalog.Finding.Verdict;
import org.atelier.catalog.JobCheck;
import org.atelier.catalog.Listing;
import org.atelier.measurements.MeasurementsSettings;
import org.atelier.measurements.find.WaitingFiles;
import org.atelier.measurements.influx.InfluxRefusedException;
import org.atelier.measurements.influx.InfluxSettings;
import org.atelier.measurements.influx.InfluxSink;
import org.atelier.measurements.load.SendPoints;
import org.atelier.measurements.tenant.BadPathException;
import org.atelier.measurements.tenant.MeasurementPath;
import org.atelier.settings.ConfigurationException;
import org.atelier.sql.DatabaseSettings;
import org.atelier.transfer.LoginRefusedException;
import org.atelier.transfer.MissingDirectoryException;
import org.atelier.transfer.RemoteRetry;
import org.atelier.transfer.RemoteSource;
import org.atelier.transfer.UntrustedServerException;
import org.jspecify.annotations.Nullable;

/** Logs in to every source, and looks at each waiting file and at the right to move it, as a run will. */
public final class CheckMeasurements implements JobCheck {

    /** What people type. */
    public static final String AREA = "measurements";

    private static final String SINK = "atelier.measurements.sink";
    private static final String SOURCE = "atelier.measurements.source";

    @Override
    public String area() {
        return AREA;
    }

    @Override
    public String help() {
        return "also lists the files that wait, and why";
    }

    @Override
    public Found look(Question question) throws SQLException {
        MeasurementsSettings settings = question.settings().get(MeasurementsSettings.class);
        if (settings.sources().isEmpty()) {
            return new Found(
                    List.of(new Finding(
                            AREA,
                            Verdict.NOT_SET,
                            SOURCE,
                            "no source is configured",
                            "set ATELIER_MEASUREMENTS_DATA_FOLDER, such as /srv/sftpgo/data, or"
                                    + " ATELIER_MEASUREMENTS_SOURCE")),
                    List.of());
        }
        Look look = new Look();
        settings.sources().forEach(look::at);
        look.atSink(settings);
        look.atChannels(question.records());
        return new Found(look.findings, question.thorough() ? List.of(look.waiting()) : List.of());
    }

    /** One look at all sources; used by one thread. */
    private static final class Look {

        private final List<Finding> findings = new ArrayList<>();
        private final List<List<@Nullable Object>> rows = new ArrayList<>();

        private void at(RemoteSource source) {
            try {
                WaitingFiles found = WaitingFiles.in(source, RemoteRetry.standard());
                add(
                        Verdict.OK,
                        source.label(),
                        found.files().size() + " files wait in "
                                + found.folders().size() + " folders",
                        "");
                found.problems()
                        .forEach(problem -> add(
                                Verdict.PROBLEM,
                                source.label(),
                                problem,
                                "give the user of this source the right to list and read it, or rename what is named"));
                found.files().forEach(this::judge);
                if (source.scheme().equals("file")) {
                    found.folders().forEach(folder -> judgeRights(source, folder));
                }
            } catch (MissingDirectoryException e) {
                add(Verdict.PROBLEM, source.label(), words(e), "correct atelier.measurements.data-folder or " + SOURCE);
            } catch (LoginRefusedException e) {
                add(Verdict.PROBLEM, source.label(), words(e), "correct atelier.measurements.username and .password");
            } catch (UntrustedServerException e) {
                add(Verdict.PROBLEM, source.label(), words(e), "see docs/recipes/read-your-files.md");
            } catch (IOException e) {
                Verdict verdict = source.scheme().equals("file") ? Verdict.PROBLEM : Verdict.UNREACHABLE;
                add(verdict, source.label(), words(e), "see that it is there and can be reached from here");
            }
        }

        private void atSink(MeasurementsSettings settings) {
            InfluxSettings server = settings.influxSink();
            try {
                SendPoints.require(settings);
                if (server != null) {
                    add(Verdict.OK, SINK, new InfluxSink(server, new RemoteRetry(0, Duration.ZERO)).look(), "");
                }
            } catch (ConfigurationException e) {
                add(Verdict.PROBLEM, SINK, String.valueOf(e.getMessage()), "set what it names");
            } catch (InfluxRefusedException e) {
                add(Verdict.PROBLEM, SINK, String.valueOf(e.getMessage()), "see docs/recipes/influxdb-2.md");
            } catch (IOException e) {
                add(
                        Verdict.UNREACHABLE,
                        SINK,
                        words(e),
                        "see that it runs; until then files are deferred, and none is lost");
            }
        }

        private void atChannels(Records records) throws SQLException {
            DatabaseSettings running = records.running().orElse(null);
            Connection ready = running == null ? null : records.look(running).orElse(null);
            if (ready != null) {
                try (Connection connection = ready) {
                    for (ChangedChannels.Changed each : ChangedChannels.in(connection)) {
                        add(
                                Verdict.WARNING,
                                each.box(),
                                "its channels changed: " + each.changes(),
                                "if nobody rewired it, ask who changed its titles; see docs/explanations/measurements.md");
                    }
                }
            }
        }

        private void judge(WaitingFiles.Waiting file) {
            String reason = file.fault() == null ? "ready" : file.fault();
            try {
                MeasurementPath.of(file.path());
            } catch (BadPathException e) {
                reason = words(e);
                add(Verdict.WARNING, file.path(), reason, "the next run moves it to error/");
            }
            rows.add(List.of(file.path(), file.size(), file.modified(), reason));
        }

        private void judgeRights(RemoteSource source, String folder) {
            Path path = folder.isEmpty() ? Path.of(source.root()) : Path.of(source.root(), folder);
            if (!Files.isWritable(path)) {
                add(
                        Verdict.PROBLEM,
                        path.toString(),
                        "this user may not write here, so files cannot be moved to parsed/ and error/",
                        "give it the right, such as: setfacl -m u:USER:rwx FOLDER");
            }
        }

        private Listing waiting() {
            return new Listing("waiting", List.of("file", "size", "modified", "reason"), rows, "no file waits");
        }

        private void add(Verdict verdict, String where, String what, String fix) {
            findings.add(new Finding(AREA, verdict, where, what, fix));
        }

        private static String words(IOException e) {
            return Objects.requireNonNullElse(e.getMessage(), e.toString());
        }
    }
}
