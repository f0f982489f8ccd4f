package org.atelier.measurements;

import java.time.ZoneId;
import java.util.Map;
import org.atelier.settings.RawValue;
import org.atelier.settings.ReadingContext;
import org.atelier.settings.SettingType;
import org.atelier.settings.SettingTypes;

/** A zone for all, under the name {@code ""}, or zones by company and campaign. */
record ZonesType() implements SettingType<Map<String, ZoneId>> {

    private static final SettingType<Map<String, ZoneId>> BY_NAME = SettingTypes.byName(
            "a zone such as Europe/Paris, or companies with zones, such as acme=Europe/Paris,acme/essai=UTC",
            ZoneId::of);

    @Override
    public String expects() {
        return BY_NAME.expects();
    }

    @Override
    public boolean takesLines() {
        return true;
    }

    @Override
    public Map<String, ZoneId> read(RawValue raw, ReadingContext context) {
        return raw instanceof RawValue.Scalar one && !one.text().contains("=")
                ? Map.of("", ZoneId.of(one.text().strip()))
                : BY_NAME.read(raw, context);
    }
}
