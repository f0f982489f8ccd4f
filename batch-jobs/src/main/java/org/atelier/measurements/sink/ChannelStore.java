package org.atelier.measurements.sink;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.atelier.measurements.point.Channel;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Tables {@code campagne}, {@code appareil} and {@code voie}. Rows that say it already are not touched; they are taken
 * in one order by all, so that two transactions never wait for each other.
 */
final class ChannelStore {

    private static final String WANTED = """
            with voulue as (
                select c.id as campagne_id, m.id as appareil_maitre_id, a.id as appareil_id, w.*
                  from unnest(:ids, :labels, :names, :units, :types, :subtypes, :masters, :serials) with ordinality
                       as w (channel_id, channel_label, channel_name, channel_unit, device_type, device_subtype,
                             maitre, serie, rang)
                  join campagne c on c.bucket = :bucket and c.nom = :campaign
                  join appareil m on m.numero_serie = w.maitre
                  join appareil a on a.numero_serie = w.serie)
            """;

    private static final String SAME = """
            v.campagne_id = w.campagne_id and v.channel_id = w.channel_id and v.channel_name = w.channel_name
               and v.channel_unit = w.channel_unit and v.device_subtype is not distinct from w.device_subtype
            """;

    private static final String INSERT_CHANNELS = WANTED + """
            insert into voie (campagne_id, appareil_maitre_id, appareil_id, channel_id, channel_label, channel_name,
                              channel_unit, device_type, device_subtype, vue_la_premiere_fois, vue_la_derniere_fois)
            select campagne_id, appareil_maitre_id, appareil_id, channel_id, channel_label, channel_name,
                   channel_unit, device_type, device_subtype, :first, :last
              from voulue w where not exists (select from voie v where %s)
             order by rang
                on conflict do nothing
            """.formatted(SAME);

    private static final String WIDEN_CHANNELS = WANTED + """
            update voie v set vue_la_premiere_fois = least(v.vue_la_premiere_fois, :first),
                              vue_la_derniere_fois = greatest(v.vue_la_derniere_fois, :last)
              from voulue w
             where %s and (v.vue_la_premiere_fois > :first or v.vue_la_derniere_fois < :last)
            """.formatted(SAME);

    private static final String KEYS = WANTED + "select v.id from voulue w join voie v on " + SAME + " order by w.rang";

    private static final String DEVICES = """
            with vu as (
                select serie, max(sous_type) as sous_type
                  from (select unnest(:serials) as serie, unnest(:subtypes) as sous_type
                        union all select unnest(:masters), null) u
                 group by serie)
            """;

    private static final String INSERT_DEVICES = DEVICES + """
            insert into appareil (numero_serie, sous_type, vu_le)
            select serie, sous_type, :last from vu
             where not exists (select from appareil a where a.numero_serie = vu.serie)
             order by serie
                on conflict do nothing
            """;

    private static final String RENEW_DEVICES = DEVICES + """
            , a_changer as (
                select a.id, coalesce(vu.sous_type, a.sous_type) as sous_type
                  from appareil a join vu on vu.serie = a.numero_serie
                 where a.vu_le < :last
                    or (a.vu_le = :last and coalesce(vu.sous_type, a.sous_type) is distinct from a.sous_type)
                 order by a.numero_serie
                   for update of a)
            update appareil a set vu_le = :last, sous_type = c.sous_type from a_changer c where a.id = c.id
            """;

    private final Handle handle;
    private final FilePoints file;

    ChannelStore(Handle handle, FilePoints file) {
        this.handle = handle;
        this.file = file;
    }

    /**
     * Keeps the channels, each with the times of the file, and has their series to itself until the transaction ends:
     * two files of one box and campaign come one after the other.
     *
     * @return their keys, in their order
     */
    long[] keep(List<Channel> channels) {
        if (channels.isEmpty()) {
            return new long[0];
        }
        lock(channels.get(0).masterSerial());
        handle.createUpdate("""
                        insert into campagne (bucket, nom) select :bucket, :campaign
                         where not exists (select from campagne where bucket = :bucket and nom = :campaign)
                            on conflict do nothing
                        """)
                .bind("bucket", file.bucket())
                .bind("campaign", file.campaign())
                .execute();
        devices(handle.createUpdate(INSERT_DEVICES), channels).execute();
        devices(handle.createUpdate(RENEW_DEVICES), channels).execute();
        channels(handle.createUpdate(INSERT_CHANNELS), channels).execute();
        channels(handle.createUpdate(WIDEN_CHANNELS), channels).execute();
        return channels(handle.createQuery(KEYS), channels).mapTo(Long.class).list().stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    private void lock(String master) {
        handle.createQuery("select pg_advisory_xact_lock("
                        + "hashtextextended('atelier:box:' || :bucket || '/' || :campaign || '/' || :master, 0))"
                        + " is not null")
                .bind("bucket", file.bucket())
                .bind("campaign", file.campaign())
                .bind("master", master)
                .mapTo(Boolean.class)
                .one();
    }

    private <S extends SqlStatement<S>> S devices(S statement, List<Channel> channels) {
        texts(statement, "serials", channels, Channel::serial);
        texts(statement, "masters", channels, Channel::masterSerial);
        texts(statement, "subtypes", channels, Channel::subtype);
        return statement.bind("last", at(file.last()));
    }

    private <S extends SqlStatement<S>> S channels(S statement, List<Channel> channels) {
        texts(statement, "ids", channels, Channel::id);
        texts(statement, "labels", channels, Channel::label);
        texts(statement, "names", channels, Channel::name);
        texts(statement, "units", channels, Channel::unit);
        texts(statement, "types", channels, Channel::deviceType);
        return devices(statement, channels)
                .bind("first", at(file.first()))
                .bind("bucket", file.bucket())
                .bind("campaign", file.campaign());
    }

    private static <S extends SqlStatement<S>> void texts(
            S statement, String name, List<Channel> channels, Function<Channel, @Nullable String> text) {
        statement.bindArray(name, String.class, channels.stream().map(text).toArray());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
