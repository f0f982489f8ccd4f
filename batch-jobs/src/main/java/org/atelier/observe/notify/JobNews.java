package org.atelier.observe.notify;

import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Finds what people are to be told, beside how runs ended, in what a job has recorded. Found as a service; stateless
 * and thread-safe.
 */
public interface JobNews {

    /**
     * Tells of what there is, and closes what is over. Is called by every look, also when no run has ended.
     *
     * @param handle in a transaction, whose statements may take some seconds
     * @param troubles takes what is to be told
     * @param runs those that have ended since the last look, by their job executions; may be of any job
     * @throws SQLException when the database does not answer
     */
    void tell(Handle handle, Troubles troubles, List<Long> runs) throws SQLException;
}
