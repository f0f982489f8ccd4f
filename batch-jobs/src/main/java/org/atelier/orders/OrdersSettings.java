package org.atelier.orders;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.atelier.orders.erp.ErpSource;
import org.atelier.orders.row.ColumnProtection;
import org.atelier.orders.row.TargetTable;
import org.atelier.orders.select.SelectionLists;
import org.atelier.settings.ConfigurationException;

/**
 * What the job orders is told. Immutable; its secrets never show themselves.
 *
 * @param source the ERP; empty when none is configured
 * @param selection what is looked for
 * @param tables which tables are kept, at least one
 * @param protection of personal data
 * @param maxDeleteRatio the largest share of a table that a run may delete, from 0 to 1
 * @param workers batches of orders worked on at once, at least 1
 * @param spill where rows go that do not fit into memory; made when it is needed
 * @param readAllAfter how old a reading may be that is repeated when nothing changed; zero or more, zero for none
 */
public record OrdersSettings(
        Optional<ErpSource> source,
        SelectionLists selection,
        Set<TargetTable> tables,
        ColumnProtection protection,
        BigDecimal maxDeleteRatio,
        int workers,
        Path spill,
        Duration readAllAfter) {

    /**
     * Where the ERP is.
     *
     * @throws ConfigurationException when none is configured
     */
    public ErpSource requireSource() {
        return source.orElseThrow(() -> new ConfigurationException("no ERP is configured; set atelier.orders.source,"
                + " such as jdbc:mysql://erp.example.org:3306/erp (ATELIER_ORDERS_SOURCE)"));
    }

    /** Copies the set. */
    public OrdersSettings {
        tables = Set.copyOf(tables);
    }
}
