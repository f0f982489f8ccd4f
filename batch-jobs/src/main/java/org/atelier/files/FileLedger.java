package org.atelier.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Table {@code fichier_source}: every file of a job that was ever seen. All methods take part in the transaction that
 * is open. Thread-safe.
 *
 * @param <V> what the job knows of one content of a file
 */
public class FileLedger<V extends FileVersion> {

    /** Attempts at an unchanged file before it is left alone. */
    public static final int ATTEMPTS = 5;

    private static final String LOOK = """
            insert into fichier_source (job, source, chemin, etat, taille_vue, date_fichier_vue, vue_depuis,
                                        derniere_vue, date_premiere_vue%s)
            select :job, :source, f.chemin, 'seen', f.taille, f.modifie, :now, :now, :now%s
              from unnest(:paths, :sizes, :times::timestamptz[]) as f (chemin, taille, modifie)
                on conflict (job, source, chemin) do update
               set taille_vue = excluded.taille_vue, date_fichier_vue = excluded.date_fichier_vue,
                   vue_depuis = excluded.vue_depuis, derniere_vue = excluded.derniere_vue, tentatives = 0%s
            """;

    private final Jdbi jdbi;
    private final JobFiles<V> own;
    private final String select;
    private final String look;

    /**
     * @param jdbi on the data source that the transaction manager uses, aware of its transactions
     * @param own whose files they are
     */
    public FileLedger(Jdbi jdbi, JobFiles<V> own) {
        this.jdbi = jdbi;
        this.own = own;
        this.select = "select id, " + own.group().orElse("0") + " as groupe, source, chemin, etat, tentatives,"
                + " duplicate_de, taille_vue, date_fichier_vue, vue_depuis, " + FileRows.VERSION_COLUMNS + own.columns()
                + " from fichier_source " + own.ledgerJoin() + " where job = :job ";
        this.look = LOOK.formatted(
                own.group().map(name -> ", " + name).orElse(""),
                own.group().map(name -> ", :group").orElse(""),
                own.group().map(name -> ", " + name + " = excluded." + name).orElse(""));
    }

    /** What is known of these files of one source, by path. */
    public Map<String, LedgerFile<V>> known(String source, Collection<String> paths) {
        return jdbi.withHandle(handle -> handle.createQuery(select + " and source = :source and chemin = any(:paths)")
                .bind("job", own.job())
                .bind("source", source)
                .bindArray("paths", String.class, paths.toArray())
                .map((row, context) -> file(row))
                .collect(Collectors.toMap(LedgerFile::path, file -> file)));
    }

    /** Every file of a group that has been loaded, duplicates included, in the order of their paths. */
    public List<LedgerFile<V>> loadedOf(long group) {
        return jdbi.withHandle(
                handle -> handle.createQuery(select + " and " + own.group().orElse("0")
                                + " = :group and sha256 is not null order by chemin collate \"C\", id")
                        .bind("job", own.job())
                        .bind("group", group)
                        .map((row, context) -> file(row))
                        .list());
    }

    /**
     * Notes a look at files of one group and source that are new or look different from the last look.
     *
     * @param now when it was, by our own clock
     */
    public void look(String source, long group, Collection<FileLook> looks, Instant now) {
        if (looks.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            Update update = handle.createUpdate(look)
                    .bind("job", own.job())
                    .bind("source", source)
                    .bindArray(
                            "paths",
                            String.class,
                            looks.stream().map(FileLook::path).toList())
                    .bindArray(
                            "sizes",
                            Long.class,
                            looks.stream().map(FileLook::size).toList())
                    .bindArray(
                            "times",
                            String.class,
                            looks.stream()
                                    .map(look -> look.modified().toString())
                                    .toList())
                    .bind("now", now.atOffset(ZoneOffset.UTC));
            own.group().ifPresent(name -> update.bind("group", group));
            update.execute();
        });
    }

    /** Takes back that files left their server: they are listed there again. */
    public void listed(String source, Collection<String> paths) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update fichier_source set suite = null, date_suite = null, chemin_archive = null
                         where job = :job and source = :source and suite is not null and chemin = any(:paths)
                        """)
                .bind("job", own.job())
                .bind("source", source)
                .bindArray("paths", String.class, paths.toArray())
                .execute());
    }

    /**
     * Takes back that files left their server, and that they are loaded: who moves files away sees there another one of
     * that name, which may have the size and the time of the one before.
     */
    public void returned(String source, Collection<String> paths) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update fichier_source set suite = null, date_suite = null, chemin_archive = null, etat = 'seen',
                               tentatives = 0
                         where job = :job and source = :source and suite is not null and chemin = any(:paths)
                        """)
                .bind("job", own.job())
                .bind("source", source)
                .bindArray("paths", String.class, paths.toArray())
                .execute());
    }

    /** Those of the paths that files were moved to after they were loaded. */
    public Set<String> movedTo(String source, Collection<String> paths) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select chemin_archive from fichier_source"
                                + " where job = :job and source = :source and suite = 'archived' and chemin_archive = any(:paths)")
                .bind("job", own.job())
                .bind("source", source)
                .bindArray("paths", String.class, paths.toArray())
                .mapTo(String.class)
                .set());
    }

    /** When this content of the file was first downloaded, if it is the loaded one. */
    public Optional<Instant> firstDownload(long fileId, String sha256) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select date_telechargement from fichier_source where id = :file and sha256 = :sha256")
                .bind("file", fileId)
                .bind("sha256", sha256)
                .map((row, context) -> FileRows.instant(row, "date_telechargement"))
                .findOne());
    }

    /**
     * Marks a version as loaded, or as a duplicate, by this run.
     *
     * @param execution the job execution
     */
    public void loaded(PlannedFile<V> file, V version, long execution) {
        FileState state = file.duplicateOf() == null ? FileState.LOADED : FileState.DUPLICATE;
        keep(file, version, execution);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update fichier_source set etat = :state, tentatives = 0, cause = null, date_chargement = now()
                         where id = :file
                        """)
                .bind("state", state.column())
                .bind("file", file.id())
                .execute());
    }

    /**
     * Keeps what a loaded content came to when it was read once more. When it was loaded stays: it says which of two
     * files came later.
     */
    public void readAgain(PlannedFile<V> file, V version, long execution) {
        keep(file, version, execution);
    }

    /**
     * Keeps a version that is not loaded as a whole, so that others plan with it. The file remains {@code seen}, so the
     * next run takes it again. Its attempts stay as they are.
     *
     * @param cause why it is not loaded, for people; null where that needs no word
     */
    public void leave(PlannedFile<V> file, V version, @Nullable String cause, long execution) {
        keep(file, version, execution);
        jdbi.useHandle(handle -> handle.createUpdate("update fichier_source set etat = 'seen', cause = :cause,"
                        + " date_chargement = now() where id = :file")
                .bind("cause", cause)
                .bind("file", file.id())
                .execute());
    }

    /** Counts a failed attempt; after {@value #ATTEMPTS} of them on an unchanged file it is quarantined. */
    public void failed(long fileId, String cause, long execution) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update fichier_source
                           set tentatives = tentatives + 1, cause = :cause, job_execution_id = :execution,
                               etat = case when tentatives + 1 >= :attempts then 'quarantined' else 'failed' end
                         where id = :file
                        """)
                .bind("cause", cause)
                .bind("execution", execution)
                .bind("attempts", ATTEMPTS)
                .bind("file", fileId)
                .execute());
    }

    /**
     * Counts a failed attempt at a file whose work was done in part, and keeps its version: what was done needs it,
     * whatever becomes of it on its server.
     */
    public void failedInPart(PlannedFile<V> file, V version, String cause, long run, long execution) {
        keep(file, version, execution);
        failed(file.id(), cause, execution);
    }

    /** Keeps a version, whatever is to become of the file; of a duplicate one that adds nothing. */
    private void keep(PlannedFile<V> file, V version, long execution) {
        V kept = file.duplicateOf() == null ? version : own.withoutLines(version);
        jdbi.useHandle(handle -> FileRows.bind(
                        handle.createUpdate("with own as (" + own.keep() + ") update fichier_source"
                                + " set sha256_remplacee = case when taille > :size and sha256 <> :sha256 then sha256"
                                + " else sha256_remplacee end, duplicate_de = :original, job_execution_id = :execution, "
                                + FileRows.SET_VERSION + " where id = :file"),
                        kept,
                        own)
                .bind("original", file.duplicateOf())
                .bind("execution", execution)
                .bind("file", file.id())
                .execute());
    }

    private LedgerFile<V> file(ResultSet row) throws SQLException {
        return new LedgerFile<>(
                row.getLong("id"),
                row.getLong("groupe"),
                row.getString("source"),
                row.getString("chemin"),
                FileState.of(row.getString("etat")),
                row.getInt("tentatives"),
                FileRows.version(row, own),
                FileRows.key(row, "duplicate_de"),
                row.getLong("taille_vue"),
                FileRows.instant(row, "date_fichier_vue"),
                FileRows.instant(row, "vue_depuis"));
    }
}
