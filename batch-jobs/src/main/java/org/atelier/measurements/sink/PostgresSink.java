package org.atelier.measurements.sink;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import org.atelier.bulk.BulkCopy;
import org.atelier.measurements.series.KeepMeans;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes points to {@code mesure_electrique}, their channels to {@code voie}, and keeps the means. Takes part in the
 * transaction that is open, one file a transaction. Points that are new go straight into the table while the file is
 * read. Where something is there already the days that are there are left alone, and the others, or the whole of a file
 * that repeats a time, are merged in temporary tables. Thread-safe.
 *
 * <p>The role must own the table, for partitions are made as they are needed.
 */
public final class PostgresSink implements MeasurementSink {

    private final Jdbi jdbi;
    private final BulkCopy bulk;
    private final Path spillDirectory;
    private final KeepMeans keep;
    private final MergePoints merge;

    /**
     * Takes what it needs.
     *
     * @param jdbi on the connection of the open transaction, as {@code bulk} is
     * @param spillDirectory where means go that do not fit into memory
     */
    public PostgresSink(Jdbi jdbi, BulkCopy bulk, Path spillDirectory) {
        this.jdbi = jdbi;
        this.bulk = bulk;
        this.spillDirectory = spillDirectory;
        this.keep = new KeepMeans(jdbi, bulk);
        this.merge = new MergePoints(jdbi, bulk, keep);
    }

    @Override
    public Stored write(FilePoints file) throws IOException, SQLException {
        try (FirstReading reading = new FirstReading(jdbi, bulk, file, spillDirectory)) {
            file.forEach(reading);
            NewPoints sent = reading.sent();
            return sent == null ? compared(file, reading) : sent(file, reading, sent);
        }
    }

    private Stored sent(FilePoints file, FirstReading reading, NewPoints sent) throws IOException, SQLException {
        sent.end();
        if (!sent.areRising()) {
            sent.close();
            jdbi.useHandle(handle -> handle.execute("rollback to savepoint " + FirstReading.SAVEPOINT));
            return merge.all(file, reading.series());
        }
        if (reading.windowsAreFree()) {
            sent.means().copy(bulk);
        } else {
            keep.ofFile(sent.means());
        }
        return new Stored(sent.points(), sent.points());
    }

    private Stored compared(FilePoints file, FirstReading reading) throws IOException, SQLException {
        DayDigests digests = reading.compared();
        if (!digests.areRising()) {
            return merge.all(file, reading.series());
        }
        Set<Long> changed = digests.changed(bulk);
        long written = changed.isEmpty() ? 0 : merge.days(file, reading.series(), changed);
        return new Stored(digests.points(), written);
    }
}
