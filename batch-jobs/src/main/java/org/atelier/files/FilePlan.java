package org.atelier.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atelier.reject.RejectGuard;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Table {@code plan_fichier}: the files that a run takes, and how far each of them is. All methods take part in the
 * transaction that is open. Thread-safe.
 *
 * @param <V> what the job knows of one content of a file
 */
public class FilePlan<V extends FileVersion> {

    private static final int PAGE = 500;

    private final Jdbi jdbi;
    private final JobFiles<V> own;
    private final String select;

    /**
     * @param jdbi on the data source that the transaction manager uses, aware of its transactions
     * @param own whose files they are
     */
    public FilePlan(Jdbi jdbi, JobFiles<V> own) {
        this.jdbi = jdbi;
        this.own = own;
        this.select = "select f.id, " + group() + " as groupe, f.source, f.chemin, f.taille_vue, f.date_fichier_vue,"
                + " p.* from (select fichier_id, etat, stable, duplicate_de, " + FileRows.VERSION_COLUMNS
                + own.columns() + " from plan_fichier " + own.planJoin()
                + " where job_instance_id = :run and etat = :state and fichier_id > :after) p"
                + " join fichier_source f on f.id = p.fichier_id ";
    }

    private String group() {
        return own.group().map(column -> "f." + column).orElse("0");
    }

    /**
     * Plans to take files.
     *
     * @param run the job instance
     * @param paths the files' paths; they are in the ledger already
     * @param stable for each of them, whether it is settled
     */
    public void take(long run, String source, List<String> paths, List<Boolean> stable) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into plan_fichier (job_instance_id, fichier_id, etat, stable)
                        select :run, f.id, 'to_fetch', t.stable
                          from unnest(:paths, :stable) as t (chemin, stable)
                          join fichier_source f on f.job = :job and f.source = :source and f.chemin = t.chemin
                            on conflict do nothing
                        """)
                .bind("job", own.job())
                .bind("run", run)
                .bind("source", source)
                .bindArray("paths", String.class, paths)
                .bindArray("stable", Boolean.class, stable)
                .execute());
    }

    /** The next files that wait to be fetched, in the order of their keys. */
    public List<PlannedFile<V>> toFetch(long run, @Nullable PlannedFile<V> after) {
        return page(run, "to_fetch", after);
    }

    /** The next files that are fetched and not loaded yet, in the order of their keys. */
    public List<PlannedFile<V>> fetched(long run, @Nullable PlannedFile<V> after) {
        return page(run, "fetched", after);
    }

    /** The same in the order of their paths, source by source: for jobs in which the later of two files wins. */
    public List<PlannedFile<V>> fetchedByPath(long run, @Nullable PlannedFile<V> after) {
        return jdbi.withHandle(handle -> handle.createQuery(select
                        + "where (f.source, f.chemin) > (:source collate \"C\", :path collate \"C\")"
                        + " order by f.source collate \"C\", f.chemin collate \"C\" limit " + PAGE)
                .bind("run", run)
                .bind("state", "fetched")
                .bind("after", 0)
                .bind("source", after == null ? "" : after.source())
                .bind("path", after == null ? "" : after.path())
                .map((row, context) -> file(row))
                .list());
    }

    /**
     * Fetched files of a choice and an order of the job's own.
     *
     * @param condition SQL from {@code where} on, of the plan's row {@code p} and the ledger's {@code f}: a constant
     * @param values of its parameters
     */
    protected final List<PlannedFile<V>> fetchedBy(long run, String condition, Map<String, ?> values) {
        return jdbi.withHandle(handle -> handle.createQuery(select + condition)
                .bind("run", run)
                .bind("state", "fetched")
                .bind("after", 0)
                .bindMap(values)
                .map((row, context) -> file(row))
                .list());
    }

    /** The groups that fetched files of the run belong to. */
    public List<Long> fetchedGroups(long run) {
        return jdbi.withHandle(handle -> handle.createQuery("select distinct " + group()
                        + " from plan_fichier p join fichier_source f on f.id = p.fichier_id"
                        + " where p.job_instance_id = :run and p.etat = 'fetched' order by 1")
                .bind("run", run)
                .mapTo(Long.class)
                .list());
    }

    /** The fetched files of one group. */
    public List<PlannedFile<V>> fetchedOf(long run, long group) {
        return jdbi.withHandle(handle -> handle.createQuery(select + "where " + group() + " = :group order by f.id")
                .bind("run", run)
                .bind("state", "fetched")
                .bind("after", 0)
                .bind("group", group)
                .map((row, context) -> file(row))
                .list());
    }

    /** Keeps what was fetched of a file. */
    public void fetched(long run, long fileId, V version) {
        jdbi.useHandle(handle -> FileRows.bind(
                        handle.createUpdate("with own as (" + own.fetched() + ") update plan_fichier"
                                + " set etat = 'fetched', " + FileRows.SET_VERSION
                                + " where job_instance_id = :run and fichier_id = :file"),
                        version,
                        own)
                .bind("run", run)
                .bind("file", fileId)
                .execute());
    }

    /**
     * Adds a file that is not fetched again but must be judged and loaded again, with the version it has. If this run
     * could not fetch a newer one, the next run tries again, because the look differs from what is loaded.
     */
    public void revisit(long run, long fileId, V version) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        insert into plan_fichier (job_instance_id, fichier_id, etat, stable)
                        values (:run, :file, 'to_fetch', true)
                            on conflict (job_instance_id, fichier_id) do update set etat = excluded.etat, cause = null
                        """).bind("run", run).bind("file", fileId).execute());
        fetched(run, fileId, version);
    }

    /** The files that failed in this run. */
    public Set<Long> failed(long run) {
        return new HashSet<>(jdbi.withHandle(handle ->
                handle.createQuery("""
                        select fichier_id from plan_fichier where job_instance_id = :run and etat = 'failed'
                        """).bind("run", run).mapTo(Long.class).list()));
    }

    /** Marks the file as a duplicate of another one. */
    public void duplicate(long run, long fileId, long original) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update plan_fichier set duplicate_de = :original where job_instance_id = :run and fichier_id = :file
                        """)
                .bind("original", original)
                .bind("run", run)
                .bind("file", fileId)
                .execute());
    }

    /** Marks the file as failed in this run. */
    public void failed(long run, long fileId, String cause) {
        end(run, fileId, "failed", cause);
    }

    /** Marks the file as loaded by this run. */
    public void loaded(long run, long fileId) {
        end(run, fileId, "loaded", null);
    }

    /** Marks the file as written in part: some of its days lie outside the range that the run is for. */
    public void partial(long run, long fileId) {
        end(run, fileId, "partial", null);
    }

    /** Marks the file as left to the next run as a whole. */
    public void left(long run, long fileId, String cause) {
        end(run, fileId, "partial", cause);
    }

    /** How many files of the run are in each state. */
    public FilePlanCounts counts(long run) {
        return jdbi.withHandle(handle -> counts(handle, run));
    }

    /** What became of the lines of the run's files that are loaded and stand for themselves. */
    public LineCounts lines(long run) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select sum(lignes) as lignes, sum(lignes_vides) as lignes_vides, sum(evenements) as evenements,
                               sum(evenements_comptes) as evenements_comptes, sum(rejets) as rejets,
                               sum(lignes_retenues) as lignes_retenues
                          from plan_fichier where job_instance_id = :run and etat = 'loaded' and duplicate_de is null
                        """)
                .bind("run", run)
                .map((row, context) -> FileRows.counts(row))
                .one());
    }

    /** What was read of the run's files until now, loaded or not. */
    public RejectGuard.Counted read(long run) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select coalesce(sum(lignes), 0) as lignes, coalesce(sum(rejets), 0) as rejets
                          from plan_fichier where job_instance_id = :run
                        """)
                .bind("run", run)
                .map((row, context) -> new RejectGuard.Counted(row.getLong("lignes"), row.getLong("rejets")))
                .one());
    }

    /** The paths of some loaded files whose lines do not add up; none when all is well. */
    public List<String> unbalanced(long run) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select f.chemin from plan_fichier p join fichier_source f on f.id = p.fichier_id
                         where p.job_instance_id = :run and p.etat = 'loaded' and p.lignes is distinct from
                               p.lignes_vides + p.evenements + p.evenements_comptes + p.rejets + p.lignes_retenues
                         order by f.chemin limit 10
                        """).bind("run", run).mapTo(String.class).list());
    }

    private List<PlannedFile<V>> page(long run, String state, @Nullable PlannedFile<V> after) {
        return jdbi.withHandle(handle -> handle.createQuery(select + "order by f.id limit " + PAGE)
                .bind("run", run)
                .bind("state", state)
                .bind("after", after == null ? 0 : after.id())
                .map((row, context) -> file(row))
                .list());
    }

    private void end(long run, long fileId, String state, @Nullable String cause) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update plan_fichier set etat = :state, cause = :cause where job_instance_id = :run and fichier_id = :file
                        """)
                .bind("state", state)
                .bind("cause", cause)
                .bind("run", run)
                .bind("file", fileId)
                .execute());
    }

    private static FilePlanCounts counts(Handle handle, long run) {
        return handle.createQuery("""
                        select count(*) as files, count(*) filter (where etat = 'loaded' and duplicate_de is null) as loaded,
                               count(*) filter (where etat = 'loaded' and duplicate_de is not null) as duplicates,
                               count(*) filter (where etat = 'failed') as failed,
                               count(*) filter (where etat in ('to_fetch', 'fetched')) as undone
                          from plan_fichier where job_instance_id = :run
                        """)
                .bind("run", run)
                .map((row, context) -> new FilePlanCounts(
                        row.getLong("files"),
                        row.getLong("loaded"),
                        row.getLong("duplicates"),
                        row.getLong("failed"),
                        row.getLong("undone")))
                .one();
    }

    private PlannedFile<V> file(ResultSet row) throws SQLException {
        return new PlannedFile<>(
                row.getLong("id"),
                row.getLong("groupe"),
                row.getString("source"),
                row.getString("chemin"),
                row.getLong("taille_vue"),
                FileRows.instant(row, "date_fichier_vue"),
                row.getBoolean("stable"),
                FileRows.version(row, own),
                FileRows.key(row, "duplicate_de"));
    }
}
