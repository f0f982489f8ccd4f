package org.atelier.orders.stage;

import java.util.Map;
import org.atelier.orders.row.TableRows;
import org.atelier.orders.row.TargetTable;

/**
 * What a batch of orders comes to.
 *
 * @param heads orders read, selected or not
 * @param tables rows, rejects and counts by table
 */
public record StagedBatch(long heads, Map<TargetTable, TableRows> tables) {

    /** How many rejects there are in all tables. */
    long rejects() {
        return tables.values().stream()
                .mapToLong(table -> table.counts().rejects())
                .sum();
    }
}
