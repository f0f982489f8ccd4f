package org.atelier.files;

import org.jdbi.v3.core.Jdbi;

/** Table {@code plan_repertoire}: what a run saw in each directory. Takes part in the transaction that is open. */
public final class DirectoryReports {

    /** An index holds it; PostgreSQL's hold no more than 2,700 bytes. */
    private static final int LONGEST_NAME = 500;

    private final Jdbi jdbi;

    /** @param jdbi on the data source that the transaction manager uses, aware of its transactions */
    public DirectoryReports(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Keeps a report of the run. */
    public void save(long run, DirectoryReport report) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into plan_repertoire (job_instance_id, source, repertoire, centre, trouves, inchanges,
                                                     en_attente, ignores, probleme, en_echec)
                        values (:run, :source, :directory, :centre, :found, :unchanged, :growing, :ignored, :problem, :failed)
                            on conflict (job_instance_id, source, repertoire) do nothing
                        """)
                .bind("run", run)
                .bind("source", report.source())
                .bind("directory", StorableText.of(report.directory(), LONGEST_NAME))
                .bind("centre", report.centre())
                .bind("found", report.found())
                .bind("unchanged", report.unchanged())
                .bind("growing", report.growing())
                .bind("ignored", report.ignored())
                .bind("problem", report.problem() == null ? null : StorableText.of(report.problem()))
                .bind("failed", report.failed())
                .execute());
    }
}
