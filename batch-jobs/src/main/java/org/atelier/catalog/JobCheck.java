package org.atelier.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.atelier.run.Progress;
import org.atelier.settings.JobSettings;
import org.atelier.sql.DatabaseSettings;

/** Looks for what a run of a job would find wrong, and changes nothing. */
public interface JobCheck {

    /** What people type to look at it, in lower case with hyphens, unique. */
    String area();

    /** For the help: what it does besides, after its name; of one that is only looked at by name, what it tells. */
    default String help() {
        return "";
    }

    /** Whether it is left out when everything is looked at. */
    default boolean onlyByName() {
        return false;
    }

    /** Whether it reads so much, when it is looked at by name, that its progress is shown. */
    default boolean isLong() {
        return false;
    }

    /**
     * Looks.
     *
     * @throws SQLException when the database does not answer a query without which there is no finding
     */
    Found look(Question question) throws SQLException;

    /**
     * What to look at.
     *
     * @param settings what the job is told
     * @param zone the plant's, for the times that are told
     * @param thorough whether it was asked for by its name: it may then read everything, which takes as long as a run
     * @param progress told how far it is; counted in rows
     * @param records the database that runs are recorded in
     */
    record Question(JobSettings settings, ZoneId zone, boolean thorough, Progress progress, Records records) {}

    /** The database that runs are recorded in. */
    interface Records {

        /** The one there is to ask; none is started for that. */
        Optional<DatabaseSettings> running();

        /**
         * A connection to it, if it has the schema of this program; the caller closes it.
         *
         * @throws SQLException when it does not answer, or refuses
         */
        Optional<Connection> look(DatabaseSettings running) throws SQLException;

        /** A connection to the one that counts, started and set up where it has to be; the caller closes it. */
        Connection connect() throws SQLException;
    }

    /**
     * What was found.
     *
     * @param findings at least one
     * @param further what was seen besides, such as what the sources hold
     */
    record Found(List<Finding> findings, List<Listing> further) {

        /** Copies the lists. */
        public Found {
            findings = List.copyOf(findings);
            further = List.copyOf(further);
        }
    }
}
