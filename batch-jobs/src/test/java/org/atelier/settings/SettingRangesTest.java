package org.atelier.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number, duration and share among the settings has its range. */
class SettingRangesTest {

    private static final ReadingContext CONTEXT = new ReadingContext(Path.of("/"), Path.of("/"));
    private static final List<String> OUTSIDE =
            List.of("-1", "-1s", "99999999999999999999", "999999999y", "999999999y".repeat(9_999), "P999999999999D");

    static Stream<Setting<?>> measured() {
        return Catalogue.all().stream().filter(SettingRangesTest::isMeasured);
    }

    /** By the value of its example, or by those of its map. */
    private static boolean isMeasured(Setting<?> setting) {
        Object value = setting.type().read(raw(setting.example()), CONTEXT);
        Object inner = value instanceof Map<?, ?> map ? map.values().iterator().next() : value;
        return inner instanceof Integer || inner instanceof Duration || inner instanceof BigDecimal;
    }

    private static RawValue raw(String example) {
        String bare = example.replaceFirst("^[{\\[](.*)[}\\]]$", "$1").replace(": ", "=");
        return new RawValue.Scalar(bare);
    }

    @ParameterizedTest
    @MethodSource("measured")
    void every_measured_setting_has_a_range_and_tells_it_of_what_lies_outside(Setting<?> setting) {
        assertThat(setting.expects()).containsPattern("from \\S+ to \\d+");
        boolean named = setting.example().startsWith("{");
        for (String outside : OUTSIDE) {
            Map<String, String> environment =
                    Map.of(setting.environmentName(), named ? "machine-logs=" + outside : outside);
            assertThat(problems(environment))
                    .anyMatch(line -> line.contains("environment " + setting.environmentName() + ": ")
                            && line.contains("it expects " + setting.expects()));
        }
    }

    @Test
    void the_settings_are_found_at_all() {
        assertThat(measured().map(Setting::key))
                .hasSizeGreaterThan(15)
                .contains("atelier.database.port", "atelier.notify.silence", "atelier.orders.max-delete-ratio");
    }

    @ParameterizedTest
    @CsvSource({
        "ATELIER_DATABASE_PATIENCE, 8d",
        "ATELIER_SOURCES_PATIENCE, 1y",
        "ATELIER_MACHINE_LOGS_SETTLE, 100y",
        "ATELIER_MACHINE_LOGS_CONNECT_TIMEOUT, 0s",
        "ATELIER_MACHINE_LOGS_DATA_TIMEOUT, 2d",
        "ATELIER_ORDERS_DATA_TIMEOUT, 25d",
        "ATELIER_NOTIFY_REMINDER, 101y",
        "ATELIER_RETENTION_REJECTS, 1h",
        "ATELIER_DATABASE_PORT, 65536",
        "ATELIER_MACHINE_LOGS_WORKERS, 0",
    })
    void a_value_just_outside_is_a_problem(String variable, String value) {
        assertThat(problems(Map.of(variable, value)))
                .anyMatch(line -> line.contains(variable) && line.contains("'" + value + "'"));
    }

    private static List<String> problems(Map<String, String> environment) {
        try {
            SettingsReader.read(null, new Surroundings(inUse(environment), Path.of("/nowhere"), Path.of("/nowhere")));
            return List.of();
        } catch (ConfigurationException e) {
            return e.problems().stream().map(Problem::line).toList();
        }
    }

    /** With what lets each of the settings count. */
    private static Map<String, String> inUse(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("ATELIER_DATABASE_HOST", "db");
        all.put("ATELIER_ORDERS_HOST", "erp");
        all.put("ATELIER_ORDERS_DATABASE", "erp");
        return all;
    }
}
