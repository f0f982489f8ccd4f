package org.atelier.settings;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every setting there is, in the order of the reference page: those of the program itself, then group by group. What is
 * not here is refused.
 */
public final class Catalogue {

    static final Setting<Path> DATA_DIR = Setting.of(
            "atelier.data-dir",
            SettingTypes.PATH,
            "~/.atelier",
            "/var/lib/atelier",
            "Where Atelier keeps its own files: landing area, embedded database, logs of runs.");

    static final Setting<ZoneId> TIME_ZONE = Setting.of(
            "atelier.time-zone",
            SettingTypes.ZONE,
            "Europe/Paris",
            "Europe/Brussels",
            "The plant's time zone: machines write its local time, and tables show it.");

    static final Setting<Trigger> TRIGGER = Setting.of(
            "atelier.trigger",
            SettingTypes.choice(Trigger.class),
            "kubernetes there, else manual",
            "cron",
            "What starts the program, for the history of runs; a schedule sets it as `ATELIER_TRIGGER`.");

    /** Keys of several purposes are derived from it, so that what one makes is of no use to another. */
    public static final Setting<Secret> SECRET_KEY = Setting.of(
                    "atelier.secret-key",
                    SettingTypes.SECRET,
                    "none",
                    "change-me-too",
                    "The key of pseudonyms, and of the API's tokens, for which it has at least 32 bytes. With another"
                            + " one, every pseudonym is another, and every token is refused.")
            .asSecret()
            .alsoNamed("SECRET_KEY");

    /** Those there are, in the order of the reference page. */
    static final List<SettingGroup> GROUPS =
            ServiceLoader.load(SettingGroup.class, SettingGroup.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .sorted(Catalogue::inOrder)
                    .toList();

    private static final List<Setting<?>> ALL = Stream.concat(
                    Stream.of(DATA_DIR, TIME_ZONE, TRIGGER, SECRET_KEY),
                    GROUPS.stream().flatMap(Catalogue::listed))
            .collect(Collectors.toUnmodifiableList());

    private Catalogue() {}

    /** By hand: a comparator that is put together of others is serializable, and Java keeps no such one for a start. */
    private static int inOrder(SettingGroup one, SettingGroup other) {
        int byPart = one.part().compareTo(other.part());
        return byPart != 0 ? byPart : one.name().compareTo(other.name());
    }

    /** All settings, in the order of the reference page. */
    public static List<Setting<?>> all() {
        return ALL;
    }

    /** The job that a setting is for, if it is for one alone. */
    static @Nullable String job(Setting<?> setting) {
        return GROUPS.stream()
                .filter(group -> group.part() == SettingGroup.Part.JOB && group.names(setting))
                .map(SettingGroup::name)
                .findFirst()
                .orElse(null);
    }

    /** A group's own settings, then those named like its own that other groups read. */
    private static Stream<Setting<?>> listed(SettingGroup group) {
        Stream<Setting<?>> own = group.settings().stream()
                .filter(setting -> GROUPS.stream().noneMatch(other -> other != group && other.names(setting)));
        Stream<Setting<?>> others = GROUPS.stream()
                .filter(other -> other != group)
                .flatMap(other -> other.settings().stream())
                .filter(group::names);
        return Stream.concat(own, others);
    }
}
