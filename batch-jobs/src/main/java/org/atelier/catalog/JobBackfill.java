package org.atelier.catalog;

import java.io.IOException;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import org.atelier.run.DayRange;
import org.atelier.run.Shard;
import org.atelier.settings.JobSettings;
import org.jspecify.annotations.Nullable;

/** Lists which days a job can build from what it has stored. Changes nothing. */
@FunctionalInterface
public interface JobBackfill {

    /**
     * Those of a range.
     *
     * @param connection to a database with the schema
     * @param shard those of that part only; null for all
     * @throws IOException when what was stored cannot be read
     */
    List<Day> plan(Connection connection, JobSettings settings, DayRange days, @Nullable Shard shard)
            throws IOException;

    /**
     * A day to build.
     *
     * @param centre whose day, such as the code of a machining centre
     * @param day the production day
     * @param files how many files have something of it
     * @param copiesMissing how many of these are not in the landing area: the day would fail
     * @param built whether it is there
     */
    record Day(String centre, LocalDate day, int files, long copiesMissing, boolean built) {}
}
