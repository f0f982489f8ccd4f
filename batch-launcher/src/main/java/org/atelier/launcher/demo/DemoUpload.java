package org.atelier.launcher.demo;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.atelier.launcher.run.RunOutcome;

/**
 * One run of the job measurements in the demo.
 *
 * @param what what was different about it
 * @param run its id
 * @param found files that lay where boxes upload them
 * @param loaded of them, now
 * @param written points that are new or changed
 * @param refused files moved to {@code error/}
 * @param uploading files left to the next run
 * @param duration of the run
 */
record DemoUpload(
        String what, long run, long found, long loaded, long written, long refused, long uploading, Duration duration) {

    static DemoUpload of(String what, RunOutcome outcome) {
        Map<String, ?> facts = outcome.summary().values();
        return new DemoUpload(
                what,
                outcome.runId().orElse(0),
                DemoRun.figure(facts, "files", "found"),
                DemoRun.figure(facts, "files", "loaded"),
                DemoRun.figure(facts, "points", "written"),
                DemoRun.figure(facts, "files", "failed"),
                DemoRun.figure(facts, "files", "uploading"),
                facts.get("duration_ms") instanceof Duration duration ? duration : Duration.ZERO);
    }

    String inWords() {
        return String.format(
                Locale.ROOT,
                "%d of %d files loaded, %,d points written; %d refused, %d still being uploaded",
                loaded,
                found,
                written,
                refused,
                uploading);
    }
}
