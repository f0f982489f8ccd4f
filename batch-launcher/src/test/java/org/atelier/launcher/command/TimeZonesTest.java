package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SimpleTimeZone;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Zones that Java knows and the PostgreSQL server does not, as an older one does not know Europe/Kyiv. */
class TimeZonesTest {

    @TempDir
    Path directory;

    private final TimeZone before = TimeZone.getDefault();
    private LogsUse plant;

    @BeforeEach
    void open() throws Exception {
        plant = new LogsUse(directory);
        plant.log("DEM12 (PVC)/20250528.LOG", "2025-05-28T20:00:00Z", "20250528 08:00:00|@StukUitgevoerd: x");
    }

    @AfterEach
    void close() {
        TimeZone.setDefault(before);
        plant.close();
    }

    @Test
    void the_machines_zone_is_never_told_to_the_server() {
        for (List<String> command : List.of(
                List.of("check", "database"),
                List.of("history"),
                List.of("db", "status"),
                List.of("run", "machine-logs"))) {
            // A zone of no server: a login that names it is refused.
            TimeZone.setDefault(new SimpleTimeZone(0, "Plant/Nowhere"));
            plant.use(0, command.toArray(String[]::new));
        }
    }

    /** As if Java were newer than the server. */
    static final class Newtown extends ZoneRulesProvider {

        private static final String ZONE = "Europe/Newtown";

        @Override
        protected Set<String> provideZoneIds() {
            return Set.of(ZONE);
        }

        @Override
        protected ZoneRules provideRules(String zone, boolean forCaching) {
            return ZoneRules.of(ZoneOffset.ofHours(1));
        }

        @Override
        protected NavigableMap<String, ZoneRules> provideVersions(String zone) {
            return new TreeMap<>(Map.of("1", provideRules(zone, false)));
        }
    }

    @BeforeAll
    static void learn() {
        if (!ZoneId.getAvailableZoneIds().contains(Newtown.ZONE)) {
            ZoneRulesProvider.registerProvider(new Newtown());
        }
    }

    @ParameterizedTest
    @CsvSource({"Europe/Newtown, does not know", "UTC+02:00, for another one"})
    void a_plants_zone_that_the_server_reads_otherwise_is_told_before_a_run_begins(String zone, String words)
            throws Exception {
        plant.set("ATELIER_TIME_ZONE", zone);
        assertThat(plant.use(3, "check", "database").out()).contains(zone, words, "pg_timezone_names");
        CommandLineUse refused = plant.use(3, "run", "machine-logs");
        assertThat(refused.err()).contains(zone, words, "atelier.time-zone");
        assertThat(plant.rows("select count(*) from atelier_run")).containsExactly("0");
        plant.set("ATELIER_TIME_ZONE", "Europe/Paris");
        plant.follow(refused, "atelier check database", 0);
    }
}
