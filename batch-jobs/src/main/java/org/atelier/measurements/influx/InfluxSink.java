package org.atelier.measurements.influx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.atelier.files.Reject;
import org.atelier.measurements.format.RejectReason;
import org.atelier.measurements.sink.FilePoints;
import org.atelier.measurements.sink.Months;
import org.atelier.measurements.sink.Span;
import org.atelier.settings.ConfigurationException;
import org.atelier.transfer.RemoteRetry;
import org.atelier.transfer.UnreachableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends points to InfluxDB, or to a server that takes its lines: a bucket a company, made when it is absent. Sending
 * the same file again changes nothing; a server that stores a part of a batch is asked again for less and less, until
 * the lines are known that it does not take. Once the server is gone it is not asked again in this run. Thread-safe.
 */
public final class InfluxSink {

    private static final Logger LOG = LoggerFactory.getLogger(InfluxSink.class);

    /** More lines of a file that are refused are no bad cells: the file, or the bucket, is of another kind. */
    private static final int MOST_REFUSED = 100;

    private final InfluxSettings settings;
    private final InfluxClient client;
    private volatile @Nullable ServerKind kind;
    private volatile @Nullable UnreachableException gone;

    /** @param retry how faults that may pass are tried again */
    public InfluxSink(InfluxSettings settings, RemoteRetry retry) {
        this.settings = settings;
        this.client = new InfluxClient(settings, retry);
    }

    /**
     * Refuses settings without what InfluxDB 2 needs.
     *
     * @throws ConfigurationException saying what to set
     */
    public static void require(InfluxSettings settings) {
        FindServer.require(settings);
    }

    /**
     * Asks whether the server is there, and what it speaks.
     *
     * @throws UnreachableException when it does not answer
     * @throws ConfigurationException when it needs settings that are missing
     */
    public void ping() throws IOException {
        found();
    }

    /**
     * Looks whether it would take points, and changes nothing.
     *
     * @return what it is, for people
     */
    public String look() throws IOException, InfluxRefusedException {
        return found().look();
    }

    private ServerKind found() throws IOException {
        ServerKind found = FindServer.kind(client, settings);
        kind = found;
        return found;
    }

    private ServerKind kind() throws IOException {
        ServerKind known = kind;
        return known == null ? found() : known;
    }

    /**
     * Sends all points of a file, in its order; InfluxDB 2 makes the means of the windows that it touched.
     *
     * @return what the server has of it, and what it does not take
     * @throws UnreachableException when it cannot be reached: to be tried by a later run
     * @throws InfluxRefusedException when it does not take the file
     * @throws IOException when the file cannot be read
     */
    public Sent write(FilePoints file) throws IOException, InfluxRefusedException {
        UnreachableException before = gone;
        if (before != null) {
            throw new UnreachableException(String.valueOf(before.getMessage()), before);
        }
        try {
            ServerKind server = kind();
            server.ensure(file.bucket());
            List<Reject> rejects = new ArrayList<>();
            Refusal refusal = new Refusal();
            PointLines lines = new PointLines(file.campaign(), server::prefix, batch -> {
                if (refusal.exception == null) {
                    refusal.exception = send(server, file.bucket(), batch, 0, batch.lines(), rejects);
                }
            });
            file.forEach(lines);
            lines.flush();
            refusal.raise();
            return new Sent(rejects, after(server, file, lines));
        } catch (UnwritableNameException e) {
            throw new InfluxRefusedException(0, String.valueOf(e.getMessage()));
        } catch (UnreachableException e) {
            gone = e;
            throw e;
        }
    }

    /**
     * Writes what became of a run into the meta bucket; that it cannot be is only a warning.
     *
     * @param at when the run ended
     */
    public void tell(List<MetaLine> lines, Instant at) {
        try {
            StringJoiner text = new StringJoiner("\n");
            for (MetaLine line : lines) {
                text.add(line.line(at.getEpochSecond()));
            }
            ServerKind server = kind();
            server.ensureMeta(settings.metaBucket());
            InfluxClient.Answer answer = client.send(
                    "Writing to InfluxDB",
                    server.writing(
                            settings.metaBucket(),
                            LineBatch.gzip(text.toString().getBytes(StandardCharsets.UTF_8))));
            if (!answer.isGood()) {
                LOG.warn("The run is not told in the bucket {}: {}", settings.metaBucket(), InfluxClient.words(answer));
            }
        } catch (IOException | InfluxRefusedException | ConfigurationException e) {
            LOG.warn("The run is not told in the bucket {}: {}", settings.metaBucket(), e.getMessage());
        }
    }

    /** The means, and a look at what is there: less than was sent is only a warning. */
    private static @Nullable Long after(ServerKind server, FilePoints file, PointLines lines)
            throws IOException, InfluxRefusedException {
        String master = lines.master();
        if (master == null) {
            return null;
        }
        long stored = 0;
        for (Span span : Months.spans(file)) {
            Long there = server.after(new Part(file.bucket(), file.campaign(), master, span.first(), span.last()));
            if (there == null) {
                return null;
            }
            stored += there;
        }
        Long distinct = lines.distinct();
        if (distinct != null && stored < distinct) {
            LOG.warn("InfluxDB has {} points in the range of the file, of {} that were sent", stored, distinct);
        } else {
            LOG.info("Successfully written to InfluxDB: {} points are there in the range of the file", stored);
        }
        return stored;
    }

    /** Sends lines; gives why the file is refused, or null. */
    private @Nullable InfluxRefusedException send(
            ServerKind server, String bucket, LineBatch batch, int from, int to, List<Reject> rejects)
            throws IOException {
        InfluxClient.Answer answer = client.send("Writing to InfluxDB", server.writing(bucket, batch.gzip(from, to)));
        if (answer.isGood()) {
            return null;
        }
        boolean partly = answer.status() == 400 || answer.status() == 422;
        if (!partly && answer.status() != 413) {
            server.forget(bucket);
            return new InfluxRefusedException(
                    answer.status(), "InfluxDB refuses the points: " + InfluxClient.words(answer));
        }
        if (to - from > 1) {
            int middle = (from + to) >>> 1;
            InfluxRefusedException first = send(server, bucket, batch, from, middle, rejects);
            return first != null ? first : send(server, bucket, batch, middle, to, rejects);
        }
        if (rejects.size() == MOST_REFUSED || !partly) {
            return new InfluxRefusedException(
                    answer.status(),
                    "InfluxDB refuses " + (partly ? "more than " + MOST_REFUSED + " points" : "a single point") + ": "
                            + InfluxClient.words(answer));
        }
        LOG.warn("InfluxDB refuses a point: {}", InfluxClient.words(answer));
        rejects.add(batch.reject(from, RejectReason.REFUSED_BY_INFLUXDB.name()));
        return null;
    }

    /** Why the file is refused, found while it is read. */
    private static final class Refusal {

        private @Nullable InfluxRefusedException exception;

        void raise() throws InfluxRefusedException {
            if (exception != null) {
                throw exception;
            }
        }
    }
}
