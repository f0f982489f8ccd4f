package org.atelier.machinelogs.gate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.atelier.files.LineCounts;
import org.atelier.machinelogs.ledger.LogVersion;

/**
 * Judges what was read of a log file. A file that fails is loaded all the same, for what it says may be right; but
 * people are to look at it: most of its lines say nothing, its events are not of the day in its name, or they lie in
 * the future. Pure; thread-safe.
 */
public final class FileGate {

    private final GateLimits limits;

    /** @param limits from when on a file needs a look */
    public FileGate(GateLimits limits) {
        this.limits = limits;
    }

    /**
     * Judges a version that stands for itself.
     *
     * @param path {@code directory/file}
     * @param today the production day of the file's centre, by our own clock
     * @return why it fails, for people, without anything that its lines say but days; empty when it passes
     */
    public Optional<String> judge(String path, LogVersion version, LocalDate today) {
        List<String> reasons = new ArrayList<>();
        rejects(version.counts()).ifPresent(reasons::add);
        outsideDay(path, version).ifPresent(reasons::add);
        future(version.days(), today).ifPresent(reasons::add);
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
    }

    private Optional<String> rejects(LineCounts counts) {
        long saying = counts.events() + counts.rejected();
        return counts.lines() >= GateLimits.SAMPLE
                        && GateLimits.exceeded(limits.maxRejectRatio(), counts.rejected(), saying)
                ? Optional.of(counts.rejected() + " of " + saying + " lines are rejected, over the limit of "
                        + GateLimits.words(limits.maxRejectRatio()))
                : Optional.empty();
    }

    private Optional<String> outsideDay(String path, LogVersion version) {
        return NamedDay.of(path).flatMap(day -> outside(day, version));
    }

    /** A night shift writes into the day before or after. */
    private Optional<String> outside(LocalDate named, LogVersion version) {
        LocalDate first = named.minusDays(1);
        LocalDate last = named.plusDays(1);
        long all = 0;
        long outside = 0;
        long most = 0;
        LocalDate mostOf = named;
        for (int i = 0; i < version.dayEvents().size(); i++) {
            LocalDate day = version.days().get(i);
            long events = version.dayEvents().get(i);
            all += events;
            if (day.isBefore(first) || day.isAfter(last)) {
                outside += events;
                mostOf = events > most ? day : mostOf;
                most = Math.max(most, events);
            }
        }
        return GateLimits.exceeded(limits.maxOutsideDayRatio(), outside, all)
                ? Optional.of(outside + " of " + all + " events lie outside " + first + " to " + last
                        + ", the days around its name, over the limit of "
                        + GateLimits.words(limits.maxOutsideDayRatio()) + "; most of them are of " + mostOf)
                : Optional.empty();
    }

    private static Optional<String> future(List<LocalDate> days, LocalDate today) {
        List<LocalDate> later =
                days.stream().filter(day -> day.isAfter(today)).sorted().toList();
        if (later.isEmpty()) {
            return Optional.empty();
        }
        String which = later.size() == 1
                ? later.get(0).toString()
                : later.size() + " days up to " + later.get(later.size() - 1);
        return Optional.of("it has events of " + which + ", after today (" + today + ")");
    }
}
