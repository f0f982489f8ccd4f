package org.atelier.machinelogs.load;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.atelier.machinelogs.ledger.DayPart;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Table {@code session_production}. All methods take part in the transaction that is open. Thread-safe. */
public final class SessionStore {

    private final Jdbi jdbi;

    public SessionStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Has the centre-day to itself until the transaction ends: two ranges or shards that touch it wait for each other
     * here, and the second one finds what the first one wrote.
     */
    void lock(long centreId, LocalDate day) {
        jdbi.useHandle(handle -> handle.createQuery("select pg_advisory_xact_lock("
                        + "hashtextextended('atelier:centre-day:' || :centre || ':' || :day, 0)) is not null")
                .bind("centre", Long.toString(centreId))
                .bind("day", day.toString())
                .mapTo(Boolean.class)
                .one());
    }

    /** What is there of a centre-day, null when nothing. */
    @Nullable StoredSession find(long centreId, LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, origine = 'job' as ours, encode(empreinte, 'hex') as empreinte
                          from session_production where centre_usinage_id = :centre and date_production = :day
                        """)
                .bind("centre", centreId)
                .bind("day", day)
                .map((row, context) ->
                        new StoredSession(row.getLong("id"), row.getBoolean("ours"), row.getString("empreinte")))
                .findOne()
                .orElse(null));
    }

    /** A key for a new session. */
    long nextId() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select nextval(pg_get_serial_sequence('session_production', 'id'))")
                        .mapTo(Long.class)
                        .one());
    }

    /** Makes the session's row and notes the files it was built from; the details come by COPY. */
    void insert(BuiltDay.Session built) {
        jdbi.useHandle(handle -> save(handle, built));
    }

    /**
     * Gives the session new figures, keeps its key, and takes its details away but for those made through the API; the
     * new ones come by COPY.
     */
    void update(BuiltDay.Session built) {
        jdbi.useHandle(handle -> {
            for (DetailTable detail : DetailTable.values()) {
                handle.createUpdate("delete from " + detail.table() + " where session_id = :id and origine = 'job'")
                        .bind("id", built.id())
                        .execute();
            }
            handle.createUpdate("delete from session_fichier where session_id = :id")
                    .bind("id", built.id())
                    .execute();
            save(handle, built);
        });
    }

    /** Deletes a session and its details. */
    void delete(long id) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from session_production where id = :id")
                .bind("id", id)
                .execute());
    }

    /** Has constraints that wait for the commit checked now, while the day can still fail alone. */
    void checkConstraints() {
        jdbi.useHandle(handle -> handle.execute("set constraints all immediate"));
    }

    private static void save(Handle handle, BuiltDay.Session built) {
        List<DayPart> parts = built.day().parts();
        SessionColumns.bind(handle.createUpdate(SessionColumns.UPSERT), built.session())
                .bind("id", built.id())
                .bind("centre", built.day().centreId())
                .bind("day", built.day().day())
                .bind("fichier_log_source", parts.stream().map(DayPart::path).collect(Collectors.joining("; ")))
                .bind("fingerprint", built.fingerprint())
                .execute();
        handle.createUpdate("""
                        insert into session_fichier (session_id, fichier_id, rang)
                        select :id, f.id, f.rank from unnest(:files) with ordinality as f (id, rank)
                        """)
                .bind("id", built.id())
                .bindArray(
                        "files", Long.class, parts.stream().map(DayPart::fileId).toList())
                .execute();
    }
}
