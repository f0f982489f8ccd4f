package org.atelier.benchmarks.endtoend;

import java.time.Duration;

/**
 * What a process, or a COPY in this one, took.
 *
 * @param wall from launch to exit
 * @param cpu user and system time of the process; zero where the system does not tell
 * @param peakBytes largest resident memory; zero where the system does not tell
 */
record Measured(Duration wall, Duration cpu, long peakBytes) {

    double seconds() {
        return wall.toNanos() / 1e9;
    }
}
