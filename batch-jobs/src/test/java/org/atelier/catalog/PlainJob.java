package org.atelier.catalog;

import java.util.Set;
import org.atelier.run.Unit;
import org.atelier.settings.JobSettings;

/** The least that a job says of itself. */
final class PlainJob implements BatchJob {

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public String description() {
        return "Does nothing.";
    }

    @Override
    public Class<?> configuration() {
        return PlainJob.class;
    }

    @Override
    public JobPreview preview() {
        return question -> {
            throw new UnsupportedOperationException("there is nothing to look at");
        };
    }

    @Override
    public JobTraits traits() {
        return new JobTraits(Set.of(), false, new Unit("rows", false), "the table holds", "config");
    }

    @Override
    public int workers(JobSettings settings) {
        return 1;
    }
}
