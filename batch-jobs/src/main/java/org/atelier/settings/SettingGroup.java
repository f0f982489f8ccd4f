package org.atelier.settings;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/**
 * The settings of one concern, and how they are read. One public class a concern, in the package that knows it, found
 * by {@link java.util.ServiceLoader}; it is cheap to make and opens nothing, for every command reads all settings.
 * Thread-safe.
 */
public abstract class SettingGroup {

    /** Where a group stands among the others, beside its name. */
    public enum Part {
        /** What every run needs. */
        PROGRAM,
        /** What one job is told. */
        JOB,
        /** What is told and kept when a run is over. */
        AFTERWARDS,
        /** What a service that goes on running is told. */
        SERVICE
    }

    private final String name;
    private final Part part;
    private final List<Setting<?>> settings;

    /**
     * @param name what follows {@code atelier.} in its keys, unique; of a job, the name that people type
     * @param part where it stands
     * @param settings in the order of the reference page; one with the key of another group stands at that one's end
     */
    protected SettingGroup(String name, Part part, List<Setting<?>> settings) {
        this.name = name;
        this.part = part;
        this.settings = List.copyOf(settings);
    }

    /**
     * What they come to: an immutable object of a type of its own, which jobs and launchers ask for by that type. What
     * is wrong is added to the values' problems, and something usable taken in its place.
     *
     * @param values what was written
     * @param dataDir the data directory, absolute; may not exist yet
     * @param zone the plant's
     */
    protected abstract Object read(Values values, Path dataDir, ZoneId zone);

    final String name() {
        return name;
    }

    final Part part() {
        return part;
    }

    final List<Setting<?>> settings() {
        return settings;
    }

    /** Whether that setting has a key of this group. */
    final boolean names(Setting<?> setting) {
        return setting.key().startsWith("atelier." + name + ".");
    }
}
