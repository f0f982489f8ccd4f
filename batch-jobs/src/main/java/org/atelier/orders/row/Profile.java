package org.atelier.orders.row;

import java.util.Optional;

/** The rules of one target table: which orders it takes, and which row it makes of one. Immutable. */
interface Profile {

    /** The table. */
    TargetTable table();

    /** Assesses a planned order; empty when it is not selected. */
    Optional<Assessment> assess(CleanOrder order);
}
