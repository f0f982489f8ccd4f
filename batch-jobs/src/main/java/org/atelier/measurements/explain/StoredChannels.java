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

    private static final String NEAR = """
            select distinct c.bucket || '/' || c.nom || '/' || v.channel_id as nom
              from voie v join campagne c on c.id = v.campagne_id
             where c.bucket = coalesce(?, c.bucket) and c.nom = coalesce(?, c.nom)
               and (v.channel_id ilike '%' || replace(replace(replace(?, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'
                    or ?::text is not null)
             order by 1 limit 5
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

    /** Channels of nearly that name; of a campaign that was named, any. */
    List<String> near(ChannelName name) throws SQLException {
        return Rows.read(
                connection,
                NEAR,
                Arrays.asList(name.company(), name.campaign(), name.channel(), name.campaign()),
                row -> row.getString("nom"));
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
