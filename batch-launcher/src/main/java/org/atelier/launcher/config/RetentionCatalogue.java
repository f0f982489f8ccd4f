package org.atelier.launcher.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.atelier.orders.OrderRejects;
import org.atelier.retention.Kept;
import org.atelier.retention.RetentionSettings;

/** The settings of how long data are kept, and how they are read. */
final class RetentionCatalogue {

    private static final Map<Kept, Setting<Duration>> BY_KIND = new LinkedHashMap<>();

    static {
        add(
                Kept.REJECTS,
                SettingTypes.AGE,
                "90d",
                "30d",
                "How long `purge` keeps rejected lines, and rejects of orders that became right since.");
        add(Kept.LOGS, SettingTypes.AGE, "90d", "30d", "How long `purge` keeps the log files of runs.");
        add(
                Kept.IDLE,
                SettingTypes.AGE,
                "30d",
                "7d",
                "How long `purge` keeps the record of runs that had nothing to do, which are most.");
        add(
                Kept.RUNS,
                SettingTypes.AGE,
                "1y",
                "180d",
                "How long `purge` keeps the record of the other runs, with their plans. The newest run of a job, or of a"
                        + " shard, stays.");
        add(
                OrderRejects.VANISHED,
                SettingTypes.AGE_OR_NONE,
                "0d",
                "7d",
                "How long `purge` keeps what is left of an order that vanished from the ERP's selection: its"
                        + " rejects. Its rows are deleted by the run that no longer finds it.");
        add(
                Kept.ARCHIVE,
                SettingTypes.AGE,
                "5y",
                "10y",
                "How long `purge` keeps the copies of log files in the landing area; days whose copies are gone"
                        + " are sealed.");
    }

    static final List<Setting<?>> ALL = List.copyOf(BY_KIND.values());

    private RetentionCatalogue() {}

    private static void add(Kept kind, SettingType<Duration> type, String fallback, String example, String doc) {
        BY_KIND.put(kind, Setting.of("atelier.retention." + kind.word(), type, fallback, example, doc));
    }

    static RetentionSettings read(Values values) {
        Map<Kept, Duration> ages = new LinkedHashMap<>();
        BY_KIND.forEach((kind, setting) -> ages.put(kind, values.get(setting).orElse(kind.usually())));
        return new RetentionSettings(ages);
    }
}
