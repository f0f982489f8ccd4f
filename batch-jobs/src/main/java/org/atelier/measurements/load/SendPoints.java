package org.atelier.measurements.load;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.atelier.measurements.MeasurementsSettings;
import org.atelier.measurements.influx.InfluxRefusedException;
import org.atelier.measurements.influx.InfluxSettings;
import org.atelier.measurements.influx.InfluxSink;
import org.atelier.measurements.influx.MetaLine;
import org.atelier.measurements.influx.Sent;
import org.atelier.measurements.sink.FilePoints;
import org.atelier.settings.ConfigurationException;
import org.atelier.transfer.RemoteRetry;
import org.jspecify.annotations.Nullable;

/** Sends points to a server where one is named; else does nothing. Thread-safe. */
public final class SendPoints {

    private final @Nullable InfluxSink sink;

    /** @param retry how faults of the network are tried again */
    public SendPoints(MeasurementsSettings settings, RemoteRetry retry) {
        InfluxSettings server = settings.influxSink();
        this.sink = server == null ? null : new InfluxSink(server, retry);
    }

    /**
     * Refuses settings that name no server where points are to be sent.
     *
     * @throws ConfigurationException saying what to set
     */
    public static void require(MeasurementsSettings settings) {
        InfluxSettings server = settings.influx();
        boolean sends = settings.sinks().contains(MeasurementsSettings.Sink.INFLUXDB);
        if (sends && server.url() == null) {
            throw new ConfigurationException("Points go to InfluxDB, and none is named: set"
                    + " atelier.measurements.influx.url (ATELIER_MEASUREMENTS_INFLUX_URL)");
        }
        if (sends && server.dialect() == InfluxSettings.Dialect.INFLUXDB2) {
            InfluxSink.require(server);
        }
    }

    /**
     * Asks whether the server is there.
     *
     * @throws org.atelier.transfer.UnreachableException when it is not
     */
    public void ping() throws IOException {
        if (sink != null) {
            sink.ping();
        }
    }

    /** Writes what became of a run where the server's people look for it. */
    public void tell(List<MetaLine> lines, Instant at) {
        if (sink != null) {
            sink.tell(lines, at);
        }
    }

    /** Whether points are sent anywhere. */
    public boolean sends() {
        return sink != null;
    }

    /** Sends all points of a file. */
    Sent send(FilePoints points) throws IOException, InfluxRefusedException {
        return sink == null ? Sent.NOWHERE : sink.write(points);
    }
}
