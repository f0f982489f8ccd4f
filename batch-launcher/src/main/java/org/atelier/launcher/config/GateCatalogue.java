package org.atelier.launcher.config;

import java.math.BigDecimal;
import java.util.List;
import org.atelier.machinelogs.gate.GateLimits;

/** The settings of the quality gate of log files, and how they are read. */
final class GateCatalogue {

    static final Setting<BigDecimal> MAX_REJECT_RATIO = Setting.of(
            "atelier.machine-logs.gate.max-reject-ratio",
            SettingTypes.RATIO,
            "50%",
            "10%",
            "The largest share of rejects among the lines of a file, blank ones not counted, from 100 lines on. With more"
                    + " than that the file is loaded, but the run ends with exit code 8 and names it; `100%`: never.");
    static final Setting<BigDecimal> MAX_OUTSIDE_DAY_RATIO = Setting.of(
            "atelier.machine-logs.gate.max-outside-day-ratio",
            SettingTypes.RATIO,
            "50%",
            "20%",
            "The same for events of another production day than the `YYYYMMDD` in the file's name, the one before and the"
                    + " one after it; a name without such a day, or with two, is exempt.");

    static final List<Setting<?>> ALL = List.of(MAX_REJECT_RATIO, MAX_OUTSIDE_DAY_RATIO);

    private GateCatalogue() {}

    static GateLimits read(Values values) {
        return new GateLimits(
                values.get(MAX_REJECT_RATIO).orElse(GateLimits.USUAL.maxRejectRatio()),
                values.get(MAX_OUTSIDE_DAY_RATIO).orElse(GateLimits.USUAL.maxOutsideDayRatio()));
    }
}
