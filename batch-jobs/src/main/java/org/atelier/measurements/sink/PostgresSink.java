package org.atelier.measurements.sink;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.atelier.bulk.BulkCopy;
import org.atelier.measurements.series.KeepMeans;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes points to {@code mesure_electrique}, their channels to {@code voie}, and keeps the means. Takes part in the
 * transaction that is open, one file a transaction. Points that are new go straight into the table; where something is
 * there already, or a file repeats a time, they are merged in temporary tables. Thread-safe.
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
     * @param spillDirectory where points go that do not fit into a few MiB of memory
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
        try (PointRows points = new PointRows(
                spillDirectory, channels -> jdbi.withHandle(handle -> new ChannelStore(handle, file).keep(channels)))) {
            file.forEach(points);
            points.end();
            if (points.rows().rows() == 0) {
                return new Stored(0, 0);
            }
            jdbi.useHandle(handle -> prepare(handle, points));
            return areNew(points)
                    ? new Stored(points.rows().rows(), points.rows().rows())
                    : merge.merge(points);
        }
    }

    /** Statements that are done sooner than compiled are not compiled. */
    private static void prepare(Handle handle, PointRows points) {
        handle.execute("set local jit = off");
        MonthPartitions.make(handle, points.months().all());
    }

    /** Whether the points were new, and are written with their means. */
    private boolean areNew(PointRows points) throws SQLException, IOException {
        if (!points.areRising()) {
            return false;
        }
        boolean windowsFree = jdbi.withHandle(handle -> FreeRange.windowsAreFree(handle, points));
        if (!windowsFree && !jdbi.withHandle(handle -> FreeRange.isFree(handle, points))) {
            return false;
        }
        bulk.copy("mesure_electrique (voie_id, horodatage, valeur)", points.rows());
        if (windowsFree) {
            points.means().copy(bulk);
        } else {
            keep.ofFile(points.means());
        }
        return true;
    }
}
