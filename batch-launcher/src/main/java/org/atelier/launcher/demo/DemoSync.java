package org.atelier.launcher.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.atelier.launcher.run.RunOutcome;

/**
 * One run of the job orders in the demo; rows are those of both tables.
 *
 * @param what what was different about it
 * @param run its id
 * @param read orders in the ERP
 * @param kept rows that the tables hold after it
 * @param inserted new rows
 * @param updated changed rows
 * @param deleted rows whose orders vanished
 * @param duration of the run
 */
record DemoSync(
        String what, long run, long read, long kept, long inserted, long updated, long deleted, Duration duration) {

    private static final List<String> PROFILES = List.of("volets-roulants", "volets");

    static DemoSync of(String what, RunOutcome outcome) {
        Map<String, ?> facts = outcome.summary().values();
        return new DemoSync(
                what,
                outcome.runId().orElse(0),
                DemoRun.figure(facts, "orders", "read"),
                rows(facts, "kept"),
                rows(facts, "inserted"),
                rows(facts, "updated"),
                rows(facts, "deleted"),
                facts.get("duration_ms") instanceof Duration duration ? duration : Duration.ZERO);
    }

    private static long rows(Map<String, ?> facts, String name) {
        return PROFILES.stream()
                .mapToLong(profile -> DemoRun.figure(facts, profile, name))
                .sum();
    }

    String inWords() {
        if (inserted + updated + deleted == 0) {
            return read + " orders in the ERP, none changed: all " + kept
                    + " rows are as they were, nothing was written";
        }
        return read + " orders read: " + inserted + " rows new, " + updated + " changed, " + deleted
                + " deleted; the tables hold " + kept;
    }
}
