package org.atelier.measurements.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.atelier.history.Rows;

/**
 * Channels whose title, unit or type of master changed in the last 30 days of their box: they go on as another series,
 * or are another clamp now. Reads only.
 */
final class ChangedChannels {

    private static final String CHANGED = """
            select c.bucket || '/' || c.nom || '/' || a.numero_serie as box,
                   string_agg(v.channel_id || ': ' || v.titles, '; ' order by v.channel_id) as changes
              from (select campagne_id, appareil_maitre_id, channel_id,
                           string_agg(concat_ws(' ', channel_name, channel_unit, device_subtype), ', then '
                                      order by vue_la_premiere_fois, id) as titles,
                           max(vue_la_premiere_fois) as changed, max(vue_la_derniere_fois) as seen
                      from voie group by campagne_id, appareil_maitre_id, channel_id having count(*) > 1) v
              join campagne c on c.id = v.campagne_id join appareil a on a.id = v.appareil_maitre_id
             where v.changed > v.seen - interval '30 days'
             group by 1 order by 1
            """;

    private ChangedChannels() {}

    /**
     * A box.
     *
     * @param box its company, campaign and serial
     * @param changes its channels with the titles that they had, one after the other
     */
    record Changed(String box, String changes) {}

    static List<Changed> in(Connection connection) throws SQLException {
        return Rows.read(
                connection, CHANGED, List.of(), row -> new Changed(row.getString("box"), row.getString("changes")));
    }
}
