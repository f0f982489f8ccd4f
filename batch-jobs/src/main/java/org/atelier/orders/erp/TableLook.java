package org.atelier.orders.erp;

/**
 * A table of the ERP as it is on its server.
 *
 * @param table which
 * @param name its real name
 * @param engine such as {@code InnoDB}; empty for a view
 * @param rows how many it has
 */
public record TableLook(ErpTable table, String name, String engine, long rows) {

    /** Whether the snapshot covers it: of engines without transactions the rows of each moment are read. */
    public boolean isInSnapshot() {
        return SourceTable.isInSnapshot(engine);
    }
}
