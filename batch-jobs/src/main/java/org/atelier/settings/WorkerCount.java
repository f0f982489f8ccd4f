package org.atelier.settings;

/** How many items a job works on at once, where it has a setting for that. */
public final class WorkerCount {

    private static final int MOST = 16;

    /** Whole numbers that make sense. */
    public static final SettingType<Integer> TYPE = SettingTypes.number(1, MOST);

    /** What holds when nothing is set, in words. */
    public static final String USUAL = "one a processor, at most " + MOST;

    private WorkerCount() {}

    /** What holds when nothing is set. */
    public static int usual() {
        return Math.min(MOST, Runtime.getRuntime().availableProcessors());
    }
}
