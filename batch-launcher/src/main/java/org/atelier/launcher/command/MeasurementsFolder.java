package org.atelier.launcher.command;

import java.nio.file.Path;
import org.atelier.measurements.MeasurementsSettings;
import org.jspecify.annotations.Nullable;

/** The data folder of the measuring boxes, as commands that work on this machine see it. */
final class MeasurementsFolder {

    private MeasurementsFolder() {}

    /** The first one of this machine; null when the files come from other machines alone. */
    static @Nullable Path of(MeasurementsSettings settings) {
        return settings.sources().stream()
                .filter(source -> source.scheme().equals("file"))
                .map(source -> Path.of(source.root()))
                .findFirst()
                .orElse(null);
    }
}
