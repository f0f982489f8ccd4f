package org.atelier.machinelogs.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.function.Predicate;
import org.atelier.catalog.JobBackfill;
import org.atelier.machinelogs.MachineLogSettings;
import org.atelier.run.DayRange;
import org.atelier.run.Shard;
import org.atelier.settings.JobSettings;
import org.atelier.transfer.Contents;
import org.atelier.transfer.LandingArea;
import org.atelier.transfer.LandingMissingException;
import org.jspecify.annotations.Nullable;

/** Lists which days can be built from the copies of log files. */
public final class PlanBackfill implements JobBackfill {

    @Override
    public List<Day> plan(Connection connection, JobSettings settings, DayRange days, @Nullable Shard shard)
            throws IOException {
        MachineLogSettings own = settings.get(MachineLogSettings.class);
        Predicate<String> landed = landed(own.landing());
        return new BuildableDays(connection, contents(own.landing()), own)
                .list(days).stream()
                        .filter(day -> shard == null || shard.owns(day.centreId(), day.day()))
                        .map(day -> day(day, landed))
                        .toList();
    }

    private static Day day(BuildableDay day, Predicate<String> landed) {
        long lost = day.hashes().stream().filter(landed.negate()).count();
        return new Day(day.centre(), day.day(), day.hashes().size(), lost, day.built());
    }

    /** A landing area makes its directory: nothing is changed here. */
    private static Predicate<String> landed(Path landing) {
        return Files.isDirectory(landing) ? new LandingArea(landing)::contains : sha256 -> false;
    }

    private static Contents contents(Path landing) {
        return Files.isDirectory(landing)
                ? new LandingArea(landing)
                : sha256 -> {
                    throw new LandingMissingException("there is no landing area " + landing);
                };
    }
}
