package org.atelier.measurements;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atelier.measurements.catalogue.CatalogueSettings;
import org.atelier.measurements.influx.InfluxSettings;
import org.atelier.measurements.point.ReadingRules;
import org.atelier.transfer.RemoteSource;
import org.jspecify.annotations.Nullable;

/**
 * What the job measurements is told. Immutable; holds secrets in its sources, which never show themselves.
 *
 * @param sources where the files are; empty when none is configured
 * @param lastLine what becomes of a last line without a line feed
 * @param zeroMarkers what becomes of rows of bare zeros
 * @param zones of plain files by company and by company/campaign; {@code ""} for all others
 * @param grace how long a file that looks cut off is left alone since it was modified
 * @param reportDir where reports go, absolute
 * @param workers files worked on at once, at least 1
 * @param landing the landing area's root, absolute
 * @param sinks where points go; not empty
 * @param influx the server that points may be sent to
 * @param catalogue the service that is told which channels there are
 */
public record MeasurementsSettings(
        List<RemoteSource> sources,
        ReadingRules.LastLine lastLine,
        ReadingRules.ZeroMarkers zeroMarkers,
        Map<String, ZoneId> zones,
        Duration grace,
        Path reportDir,
        int workers,
        Path landing,
        Set<Sink> sinks,
        InfluxSettings influx,
        CatalogueSettings catalogue) {

    /** Where points may go. */
    public enum Sink {
        /** The tables beside the ledger. */
        POSTGRESQL,
        /** A server that takes line protocol. */
        INFLUXDB
    }

    /** Copies the collections. */
    public MeasurementsSettings {
        sources = List.copyOf(sources);
        zones = Map.copyOf(zones);
        sinks = Set.copyOf(sinks);
    }

    /** To PostgreSQL alone. */
    public MeasurementsSettings(
            List<RemoteSource> sources,
            ReadingRules.LastLine lastLine,
            ReadingRules.ZeroMarkers zeroMarkers,
            Map<String, ZoneId> zones,
            Duration grace,
            Path reportDir,
            int workers,
            Path landing) {
        this(
                sources,
                lastLine,
                zeroMarkers,
                zones,
                grace,
                reportDir,
                workers,
                landing,
                Set.of(Sink.POSTGRESQL),
                InfluxSettings.NONE,
                CatalogueSettings.NONE);
    }

    /** The server that points are sent to; null when they are not. */
    public @Nullable InfluxSettings influxSink() {
        return sinks.contains(Sink.INFLUXDB) && influx.url() != null ? influx : null;
    }

    /** How files of a campaign are read. */
    public ReadingRules rules(String company, String campaign) {
        return new ReadingRules(lastLine, zeroMarkers, zone(company, campaign));
    }

    private @Nullable ZoneId zone(String company, String campaign) {
        ZoneId ofCampaign = zones.get(company + "/" + campaign);
        return ofCampaign == null ? zones.getOrDefault(company, zones.get("")) : ofCampaign;
    }
}
