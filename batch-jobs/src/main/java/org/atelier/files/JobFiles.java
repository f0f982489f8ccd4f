package org.atelier.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;

/**
 * What a job adds to the ledger of files: whose files they are, and what it keeps of them in tables of its own. Its
 * tables hang on those of the ledger by a key with {@code on delete cascade}. Found as a service; stateless and
 * thread-safe.
 *
 * <p>The statements are parts of those that read and write the ledger, so that no file costs another round trip. They
 * are written with the job and hold nothing from outside.
 *
 * @param <V> what the job knows of one content of a file
 */
public interface JobFiles<V extends FileVersion> {

    /** The job's name, as in column {@code job} of {@code fichier_source}. */
    String job();

    /**
     * A column of {@code fichier_source} that says by a key what a file belongs to within the job: only files of one
     * group repeat each other.
     */
    default Optional<String> group() {
        return Optional.empty();
    }

    /** Further columns of a version for a select list, each behind a comma. */
    default String columns() {
        return "";
    }

    /** Joins the job's own table to {@code fichier_source}. */
    default String ledgerJoin() {
        return "";
    }

    /** Joins the job's own table to {@code plan_fichier}. */
    default String planJoin() {
        return "";
    }

    /** Writes the job's own row of the loaded version of {@code :file}. */
    default String keep() {
        return "select";
    }

    /** Writes the job's own row of what the run {@code :run} has fetched of {@code :file}. */
    default String fetched() {
        return "select";
    }

    /** Deletes the job's own rows of the files {@code any(?)}; run by whoever forgets files. */
    default Optional<String> forget() {
        return Optional.empty();
    }

    /** What it adds when people look at the files of all jobs; nothing for a job that keeps no more than the ledger. */
    default Optional<LookColumns> look() {
        return Optional.empty();
    }

    /** Binds what {@link #keep} and {@link #fetched} name beside {@code :file} and {@code :run}. */
    default void bind(Update update, V version) {}

    /**
     * Reads a version; the columns of every job are read by {@link FileRows}.
     *
     * @param row one that has a version
     */
    V version(ResultSet row) throws SQLException;

    /** The same content as one that adds nothing, because it repeats another file: no day, no line. */
    V withoutLines(V version);
}
