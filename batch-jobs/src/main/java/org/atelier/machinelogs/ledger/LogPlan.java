package org.atelier.machinelogs.ledger;

import org.atelier.files.FilePlan;
import org.jdbi.v3.core.Jdbi;

/** The log files that a run takes. All methods take part in the transaction that is open. Thread-safe. */
public final class LogPlan extends FilePlan<LogVersion> {

    private final Jdbi jdbi;

    /** @param jdbi on the data source that the transaction manager uses, aware of its transactions */
    public LogPlan(Jdbi jdbi) {
        super(jdbi, new LogFiles());
        this.jdbi = jdbi;
    }

    /** Adds a file as {@link #revisit} does, because its days were assigned by another day start. */
    public void readAgain(long run, long fileId, LogVersion version) {
        revisit(run, fileId, version);
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        update plan_fichier_log set relu = true where job_instance_id = :run and fichier_id = :file
                        """).bind("run", run).bind("file", fileId).execute());
    }

    /** Events of the run's files that failed after their days were planned: because of one of their days, mostly. */
    public long eventsOfFailedDays(long run) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select coalesce(sum(evenements + evenements_comptes), 0)
                          from plan_fichier
                         where job_instance_id = :run and etat = 'failed' and ordre is not null and duplicate_de is null
                        """).bind("run", run).mapTo(Long.class).one());
    }
}
