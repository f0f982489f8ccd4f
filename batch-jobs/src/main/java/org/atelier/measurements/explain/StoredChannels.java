package org.atelier.measurements.explain;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.atelier.history.Rows;
import org.jspecify.annotations.Nullable;

/** What the tables hold of channels. Reads only. */
final class StoredChannels {

    private static final String FOUND = """
            select v.id, c.bucket, c.nom, v.channel_id, v.channel_name, v.channel_unit, v.device_subtype
              from voie v join campagne c on c.id = v.campagne_id
             where v.channel_id = ? and c.bucket = coalesce(?, c.bucket) and c.nom = coalesce(?, c.nom)
             order by c.bucket, c.nom, v.id
            """;

    /** The same elsewhere, then others of its device, then what its name is part of, then others of its campaign. */
    private static final String NEAR = """
            select c.bucket || '/' || c.nom || '/' || v.channel_id as nom
              from voie v join campagne c on c.id = v.campagne_id
             cross join (select ?::text as voie, ?::text as appareil, ?::text as bucket, ?::text as campagne) q
             cross join lateral (select case when v.channel_id = q.voie then 1
                                             when q.appareil <> '' and starts_with(v.channel_id, q.appareil) then 2
                                             when strpos(lower(v.channel_id), lower(q.voie)) > 0 then 3
                                             when c.bucket = coalesce(q.bucket, c.bucket) and c.nom = q.campagne then 4
                                        end as rang) r
             where rang is not null
             group by c.bucket, c.nom, v.channel_id, q.bucket, q.campagne
             order by min(rang), c.bucket is distinct from q.bucket, c.nom is distinct from q.campagne, 1 limit 5
            """;

    private static final String NEAREST = """
            select day from (
              select (max(horodatage) at time zone 'UTC')::date::text as day from mesure_electrique
               where voie_id = any (?::bigint[]) and horodatage < ?::timestamptz
              union all
              select (min(horodatage) at time zone 'UTC')::date::text from mesure_electrique
               where voie_id = any (?::bigint[]) and horodatage >= ?::timestamptz) d
             where day is not null
            """;

    private static final String POINTS = """
            select extract(epoch from horodatage)::bigint as seconde, valeur from mesure_electrique
             where voie_id = ? and horodatage >= ?::timestamptz and horodatage < ?::timestamptz
            """;

    private static final String MEAN =
            "select nombre from mesure_journaliere where voie_id = ? and fenetre =" + " ?::timestamptz";

    private static final String FILES = """
            select f.chemin, f.sha256, f.job_execution_id from fichier_source f join fichier_mesure m on m.fichier_id = f.id
             where f.job = 'measurements' and f.etat = 'loaded' and m.campagne_bucket = ? and m.campagne_nom = ?
               and f.jours @> array[?::date] and jsonb_exists(m.rapport, ?) and f.sha256 is not null
             order by f.date_chargement, f.chemin
            """;

    /** A row of {@code voie}. */
    record StoredChannel(
            long id,
            String company,
            String campaign,
            String name,
            String unit,
            @Nullable String subtype) {}

    /** A loaded file. */
    record StoredFile(String path, String sha256, long run) {}

    private final Connection connection;

    StoredChannels(Connection connection) {
        this.connection = connection;
    }

    List<StoredChannel> find(ChannelName name) throws SQLException {
        return Rows.read(
                connection,
                FOUND,
                Arrays.asList(name.channel(), name.company(), name.campaign()),
                row -> new StoredChannel(
                        row.getLong("id"),
                        row.getString("bucket"),
                        row.getString("nom"),
                        row.getString("channel_name"),
                        row.getString("channel_unit"),
                        row.getString("device_subtype")));
    }

    /** Channels that may have been meant, the nearest first. */
    List<String> near(ChannelName name) throws SQLException {
        return Rows.read(
                connection,
                NEAR,
                Arrays.asList(name.channel(), name.device(), name.company(), name.campaign()),
                row -> row.getString("nom"));
    }

    /** The last day before, and the first one after, that has points of any of the series. */
    List<LocalDate> nearest(List<StoredChannel> series, LocalDate day) throws SQLException {
        String ids = series.stream().map(one -> Long.toString(one.id())).collect(Collectors.joining(",", "{", "}"));
        return Rows.read(
                connection,
                NEAREST,
                List.of(ids, start(day), ids, start(day.plusDays(1))),
                row -> LocalDate.parse(row.getString("day")));
    }

    /** Values by time, in seconds since 1970. */
    NavigableMap<Long, Double> points(long series, LocalDate day) throws SQLException {
        NavigableMap<Long, Double> points = new TreeMap<>();
        Rows.read(connection, POINTS, List.of(series, start(day), start(day.plusDays(1))), row -> put(points, row));
        return points;
    }

    private static long put(NavigableMap<Long, Double> points, ResultSet row) throws SQLException {
        long second = row.getLong("seconde");
        points.put(second, row.getDouble("valeur"));
        return second;
    }

    long meanCount(long series, LocalDate day) throws SQLException {
        return Rows.read(connection, MEAN, List.of(series, start(day)), row -> row.getLong("nombre")).stream()
                .findFirst()
                .orElse(0L);
    }

    List<StoredFile> files(StoredChannel channel, String id, LocalDate day) throws SQLException {
        return Rows.read(
                connection,
                FILES,
                List.of(channel.company(), channel.campaign(), day.toString(), id),
                row -> new StoredFile(
                        row.getString("chemin"), row.getString("sha256"), row.getLong("job_execution_id")));
    }

    private static String start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toString();
    }
}
