package org.atelier.catalog;

import com.google.auto.service.AutoService;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.atelier.retention.RetainedRows;
import org.atelier.retention.RetentionKind;
import org.atelier.retention.RetentionSettings;
import org.atelier.settings.Setting;
import org.atelier.settings.SettingGroup;
import org.atelier.settings.SettingTypes;
import org.atelier.settings.Values;

/** The settings of how long data are kept: one a kind, those of jobs among them. */
@AutoService(SettingGroup.class)
public final class RetentionKeys extends SettingGroup {

    private static final List<RetainedRows> OF_JOBS = BatchJobs.retained();

    private static final Map<RetentionKind, Setting<Duration>> BY_KIND = RetentionKind.all(OF_JOBS).stream()
            .collect(Collectors.toMap(kind -> kind, RetentionKeys::setting, (one, other) -> one, LinkedHashMap::new));

    /** What is kept for no time need not be kept for a day. */
    private static Setting<Duration> setting(RetentionKind kind) {
        return Setting.of(
                "atelier.retention." + kind.word(),
                kind.usually().isZero() ? SettingTypes.AGE_OR_NONE : SettingTypes.AGE,
                kind.usual(),
                kind.example(),
                "How long `purge` keeps " + kind.what(OF_JOBS) + ".");
    }

    /** Found by the service loader. */
    public RetentionKeys() {
        super("retention", Part.AFTERWARDS, List.copyOf(BY_KIND.values()));
    }

    @Override
    protected Object read(Values values, Path dataDir, ZoneId zone) {
        Map<RetentionKind, Duration> ages = new LinkedHashMap<>();
        BY_KIND.forEach((kind, setting) -> ages.put(kind, values.value(setting)));
        return new RetentionSettings(ages);
    }
}
