package org.atelier.machinelogs.plan;

import java.util.List;
import org.atelier.machinelogs.MachineLogSettings;
import org.atelier.machinelogs.ledger.CentreCodes;
import org.atelier.machinelogs.ledger.DayStarts;
import org.atelier.machinelogs.session.ProductionDayRule;

/** The day rules in force, by centre, and where the ledger has others. Thread-safe. */
public final class DayRules {

    private final MachineLogSettings settings;
    private final CentreCodes codes;
    private final DayStarts starts;

    /** Takes what it needs. */
    public DayRules(MachineLogSettings settings, CentreCodes codes, DayStarts starts) {
        this.settings = settings;
        this.codes = codes;
        this.starts = starts;
    }

    /** The rule of a centre. */
    public ProductionDayRule of(long centre) {
        return settings.dayRule(codes.code(centre));
    }

    /** The centres that have files whose days were assigned by another rule than the one in force. */
    public List<Long> centresWithOtherDays() {
        return starts.centresWithOtherDays(settings.defaultDayStart(), settings.dayStarts());
    }
}
