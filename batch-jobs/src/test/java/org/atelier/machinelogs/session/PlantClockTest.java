package org.atelier.machinelogs.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The cached offsets against the JDK's own answer, time by time. */
class PlantClockTest {

    @Test
    void every_time_of_two_years_has_the_instant_and_the_local_time_the_jdk_gives() {
        for (String name : new String[] {"Europe/Paris", "Australia/Lord_Howe", "Africa/Casablanca", "UTC"}) {
            ZoneId zone = ZoneId.of(name);
            PlantClock clock = new PlantClock(zone);
            Random random = new Random(7);
            long start = LocalDateTime.of(2024, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
            for (int i = 0; i < 200_000; i++) {
                long local = start + (random.nextInt(3) == 0 ? random.nextInt(63_072_000) : i * 315L);
                // In a gap ofLocal moves on by its length, which is the offset from before; else it is the earlier.
                LocalDateTime written = LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC);
                long expected =
                        written.atZone(zone).withEarlierOffsetAtOverlap().toEpochSecond();
                assertThat(clock.instantOf(local, Long.MIN_VALUE)).isEqualTo(expected);
                assertThat(clock.localOf(local))
                        .isEqualTo(LocalDateTime.ofInstant(Instant.ofEpochSecond(local), zone)
                                .toEpochSecond(ZoneOffset.UTC));
            }
        }
    }
}
