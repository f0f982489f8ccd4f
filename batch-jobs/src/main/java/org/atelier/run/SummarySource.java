package org.atelier.run;

/** Says what a run of a job came to; each job brings one. */
@FunctionalInterface
public interface SummarySource {

    /** The summary of a run, from what it left in the database. */
    RunSummary summary(long instance);
}
