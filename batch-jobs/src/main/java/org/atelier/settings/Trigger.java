package org.atelier.settings;

import java.util.Locale;

/** What started the program, as the history of runs tells it. */
public enum Trigger {
    /** A schedule: cron, a timer, a scheduler's container. */
    CRON,
    /** A person. */
    MANUAL,
    /** A Job or CronJob. */
    KUBERNETES,
    /** The demonstration. */
    DEMO;

    /** What is to be taken where nothing is said. */
    static Trigger seenIn(Surroundings surroundings) {
        return surroundings.inKubernetes() ? KUBERNETES : MANUAL;
    }

    /** As tables keep it. */
    public String inRecord() {
        return name().toLowerCase(Locale.ROOT);
    }
}
