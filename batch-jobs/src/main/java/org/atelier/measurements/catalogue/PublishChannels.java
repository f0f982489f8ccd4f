package org.atelier.measurements.catalogue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.atelier.measurements.MeasurementsSettings;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts the channels of a run's loaded files, campaign by campaign, to {@code URL/buckets/COMPANY/channels}; those
 * without points too, those without a unit not. Whatever goes wrong is only a warning. Thread-safe.
 */
public final class PublishChannels {

    private static final Logger LOG = LoggerFactory.getLogger(PublishChannels.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String CHANNELS = """
            select bucket, jsonb_build_object('campaign', campaign, 'channels', jsonb_agg(channel order by channel))::text
                       as body
              from (select distinct m.campagne_bucket as bucket, m.campagne_nom as campaign,
                           jsonb_build_object(
                             'fieldId', c.key || '_' || (c.value ->> 'channel_unit'),
                             'channelId', c.key,
                             'channelUnit', c.value ->> 'channel_unit',
                             'channelLabel', c.value ->> 'channel_label',
                             'deviceMasterSn', c.value ->> 'device_master_sn') as channel
                      from plan_fichier p join plan_fichier_mesure m using (job_instance_id, fichier_id)
                     cross join lateral jsonb_each(m.rapport) c
                     where p.job_instance_id = :run and p.etat = 'loaded' and c.value ->> 'channel_unit' <> '') known
             group by bucket, campaign
             order by bucket, campaign
            """;

    private record Campaign(String bucket, String body) {}

    private final CatalogueSettings settings;
    private final Jdbi jdbi;

    /** Takes what it needs. */
    public PublishChannels(MeasurementsSettings settings, Jdbi jdbi) {
        this.settings = settings.catalogue();
        this.jdbi = jdbi;
    }

    /** Tells the channels of a run, where a service is named. */
    public void ofRun(long run) {
        URI url = settings.url();
        if (url == null) {
            return;
        }
        List<Campaign> campaigns = jdbi.withHandle(handle -> handle.createQuery(CHANNELS)
                .bind("run", run)
                .map((row, context) -> new Campaign(row.getString("bucket"), row.getString("body")))
                .list());
        if (!campaigns.isEmpty()) {
            HttpClient http = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
            campaigns.forEach(campaign -> post(http, url, campaign));
        }
    }

    private void post(HttpClient http, URI url, Campaign campaign) {
        String path = "/buckets/"
                + URLEncoder.encode(campaign.bucket(), StandardCharsets.UTF_8).replace("+", "%20") + "/channels";
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(url.toString().replaceFirst("/+$", "") + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json");
        if (settings.token() != null) {
            request.header("Authorization", "Bearer " + settings.token().reveal());
        }
        try {
            int status = http.send(
                            request.POST(HttpRequest.BodyPublishers.ofString(campaign.body()))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status / 100 != 2) {
                LOG.warn("The channels of {} are not in the catalogue: it answers {}", campaign.bucket(), status);
            }
        } catch (IOException e) {
            LOG.warn(
                    "The channels of {} are not in the catalogue: {}",
                    campaign.bucket(),
                    e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
