package org.atelier.orders.stage;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atelier.orders.row.TableRows.Counts;
import org.atelier.orders.row.TargetTable;
import org.atelier.run.BalanceException;

/** Counts what is staged in one attempt of a run. Thread-safe. */
public final class StagingTally {

    private final Map<TargetTable, Counts> counts = new EnumMap<>(TargetTable.class);
    private final Map<TargetTable, Long> hashes = new EnumMap<>(TargetTable.class);
    private long announced;
    private long heads;

    /** @param tables those that are staged, be it with no rows */
    public StagingTally(Set<TargetTable> tables) {
        tables.forEach(table -> {
            counts.put(table, Counts.NONE);
            hashes.put(table, 0L);
        });
    }

    /** Takes note of how many orders there are. */
    synchronized void announce(long orders) {
        announced = orders;
    }

    /** Counts a batch. */
    public void add(StagedBatch batch) {
        Map<TargetTable, Long> added = new EnumMap<>(TargetTable.class);
        batch.tables().forEach((table, rows) -> {
            RowHash hash = new RowHash();
            rows.rows().forEach(row -> hash.add(row.values()));
            added.put(table, hash.value());
        });
        add(batch, added);
    }

    private synchronized void add(StagedBatch batch, Map<TargetTable, Long> added) {
        heads += batch.heads();
        batch.tables().forEach((table, rows) -> counts.merge(table, rows.counts(), Counts::plus));
        added.forEach((table, hash) -> hashes.merge(table, hash, (one, other) -> one ^ other));
    }

    /** Orders of the snapshot that were read. */
    public synchronized long heads() {
        return heads;
    }

    /** What was counted so far, by table. */
    public synchronized List<StagedTable> staged() {
        return counts.entrySet().stream()
                .map(entry ->
                        new StagedTable(entry.getKey(), entry.getValue(), hashes.getOrDefault(entry.getKey(), 0L)))
                .toList();
    }

    /**
     * What was staged, by table.
     *
     * @throws BalanceException when orders are missing
     */
    synchronized List<StagedTable> tables() {
        if (announced != heads) {
            throw new BalanceException(
                    "The snapshot of the ERP has " + announced + " orders, and " + heads + " were read");
        }
        return staged();
    }
}
