package org.atelier.orders.erp;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.atelier.bulk.PartitionedSpill;
import org.atelier.transfer.OwnDiskException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one table after another from its beginning to its end, in whatever order the server likes best, and puts each
 * row aside with those of its order: heads, the dates of notes that plan an order, and of planned orders accessories
 * and operations. Orders of one number go to one partition. Not thread-safe.
 */
final class TableScan {

    private final OrderColumns columns;
    private final Predicate<String> planned;
    private final PartitionedSpill spill;
    private final Path directory;
    private final OrderIndex index;
    private final long[] heads;
    private final SpilledRow put = new SpilledRow();
    private final Iterator<ErpTable> tables = List.of(ErpTable.values()).iterator();
    private ErpTable table = ErpTable.HEADS;
    private boolean integers;
    private @Nullable ResultSet rows;

    /**
     * @param directory of the spill
     * @param index an empty one
     * @param partitions of the spill
     */
    TableScan(
            OrderColumns columns,
            Predicate<String> planned,
            PartitionedSpill spill,
            Path directory,
            OrderIndex index,
            int partitions) {
        this.columns = columns;
        this.planned = planned;
        this.spill = spill;
        this.directory = directory;
        this.index = index;
        this.heads = new long[partitions];
    }

    /** How many heads went to a partition. */
    long heads(int partition) {
        return heads[partition];
    }

    /** Reads on, at most so many rows; returns whether there may be more. */
    boolean go(Connection connection, int most) throws SQLException, IOException {
        ResultSet row = rows == null ? open(connection) : rows;
        for (int i = 0; i < most; i++) {
            if (!row.next()) {
                row.getStatement().close();
                rows = null;
                return tables.hasNext();
            }
            take(row);
        }
        return true;
    }

    private ResultSet open(Connection connection) throws SQLException {
        table = tables.next();
        integers = columns.hasIntegers(table);
        Statement select = connection.createStatement();
        // Row by row, as they come from the server.
        select.setFetchSize(Integer.MIN_VALUE);
        ResultSet opened = select.executeQuery(columns.select(table));
        rows = opened;
        return opened;
    }

    private void take(ResultSet row) throws SQLException, IOException {
        byte[] order = row.getBytes(1);
        if (table == ErpTable.HEADS) {
            takeHead(row, order);
            return;
        }
        int place = order == null ? -1 : index.find(order);
        if (place < 0) {
            return;
        }
        put.of(table).text(order);
        switch (table) {
            case NOTES -> takeNote(row, place);
            case ACCESSORIES -> {
                if (index.isPlanned(place)) {
                    number(row, 2);
                    number(row, 3);
                    number(row, 4);
                    put.text(row.getBytes(5)).text(row.getBytes(6));
                    put(place);
                }
            }
            default -> {
                if (index.isPlanned(place)) {
                    put.text(row.getBytes(2)).text(row.getBytes(3));
                    put(place);
                }
            }
        }
    }

    private void takeHead(ResultSet row, byte @Nullable [] order) throws SQLException, IOException {
        byte[] key = order == null ? new byte[0] : order;
        ErpNumber number = ErpNumber.of(row.getString(3));
        // Heads without a number are rejected one by one: nothing ties them together.
        int partition = Math.floorMod(number == null ? Arrays.hashCode(key) : number.hashCode(), heads.length);
        index.add(key, partition);
        heads[partition]++;
        put.of(ErpTable.HEADS).text(key);
        number(row, 2);
        put.number(number);
        put.text(row.getBytes(4)).text(row.getBytes(5)).text(row.getBytes(6));
        put(partition, put);
    }

    private void takeNote(ResultSet row, int place) throws SQLException, IOException {
        String note = row.getString(2);
        if (note != null && planned.test(note)) {
            index.plan(place);
            put.text(row.getBytes(3));
            put(place);
        }
    }

    private void number(ResultSet row, int column) throws SQLException {
        NumberColumns.put(row, column, integers, put);
    }

    private void put(int place) throws IOException {
        put(index.partition(place), put);
        for (int partition : index.morePartitions(place)) {
            put(partition, put);
        }
    }

    private void put(int partition, SpilledRow row) throws IOException {
        try {
            spill.add(partition, row.bytes(), row.length());
        } catch (IOException e) {
            throw OwnDiskException.of("what is read of the ERP cannot be put aside", directory, e);
        }
    }
}
