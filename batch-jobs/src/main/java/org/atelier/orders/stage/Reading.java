package org.atelier.orders.stage;

import java.time.Instant;
import java.util.Map;
import org.atelier.orders.erp.ErpTable;

/**
 * What a run read, as far as a later one must know to tell whether it would read the same.
 *
 * @param instance the job instance that came to it
 * @param execution the run that read the ERP
 * @param at when that was
 * @param rules digest of what decides beside the ERP, see {@link OrderRules}
 * @param fingerprints of the ERP's tables
 */
record Reading(long instance, long execution, Instant at, String rules, Map<ErpTable, String> fingerprints) {

    /** The same reading, as the one that an instance repeats. */
    Reading repeatedBy(long later) {
        return new Reading(later, execution, at, rules, fingerprints);
    }
}
