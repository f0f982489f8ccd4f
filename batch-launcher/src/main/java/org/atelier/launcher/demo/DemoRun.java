package org.atelier.launcher.demo;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.atelier.launcher.run.RunOutcome;

/**
 * One run of the demo, in the figures that tell its point.
 *
 * @param what what was different about it
 * @param run its id
 * @param found log files on the server
 * @param loaded of them, now
 * @param lines read
 * @param rejected of them
 * @param written sessions that are new or changed
 * @param duration of the run
 */
record DemoRun(
        String what, long run, long found, long loaded, long lines, long rejected, long written, Duration duration) {

    static DemoRun of(String what, RunOutcome outcome) {
        Map<String, ?> facts = outcome.summary().values();
        return new DemoRun(
                what,
                outcome.runId().orElse(0),
                figure(facts, "files", "found"),
                figure(facts, "files", "loaded"),
                figure(facts, "lines", "read"),
                figure(facts, "lines", "rejected"),
                figure(facts, "sessions", "written"),
                facts.get("duration_ms") instanceof Duration duration ? duration : Duration.ZERO);
    }

    static long figure(Map<String, ?> facts, String group, String name) {
        return facts.get(group) instanceof Map<?, ?> figures && figures.get(name) instanceof Number number
                ? number.longValue()
                : 0;
    }

    String inWords() {
        if (loaded == 0) {
            return "nothing is new: " + found + " files are unchanged, nothing was written";
        }
        return String.format(
                Locale.ROOT,
                "%d of %d files loaded, %,d lines (%,d rejected), %s",
                loaded,
                found,
                lines,
                rejected,
                written == 1 ? "1 day was rebuilt" : written + " sessions written");
    }
}
