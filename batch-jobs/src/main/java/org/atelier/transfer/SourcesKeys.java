package org.atelier.transfer;

import com.google.auto.service.AutoService;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.atelier.settings.Setting;
import org.atelier.settings.SettingGroup;
import org.atelier.settings.SettingTypes;
import org.atelier.settings.Values;

/** The settings of servers that are read, of whatever kind. */
@AutoService(SettingGroup.class)
public final class SourcesKeys extends SettingGroup {

    static final Setting<Duration> PATIENCE = Setting.of(
            "atelier.sources.patience",
            SettingTypes.PATIENCE,
            "15s",
            "5m",
            "How long a run pauses in all for a file server or an ERP that cannot be reached, before it ends with exit"
                    + " code 7.");

    /** Found by the service loader. */
    public SourcesKeys() {
        super("sources", Part.PROGRAM, List.of(PATIENCE));
    }

    @Override
    protected Object read(Values values, Path dataDir, ZoneId zone) {
        return new SourcesSettings(values.value(PATIENCE));
    }
}
