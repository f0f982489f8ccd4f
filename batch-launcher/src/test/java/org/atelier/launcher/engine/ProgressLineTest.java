package org.atelier.launcher.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.atelier.run.Progress;
import org.atelier.run.Unit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProgressLineTest {

    private static final Progress.Look LOOK = new Progress.Look("stage", 2_000_000, 8_000_000, 2_000_000, 3);

    @Test
    void orders_are_counted_as_orders() {
        ProgressLine line = new ProgressLine(new Unit("orders", false));
        assertThat(line.text(LOOK, 10))
                .isEqualTo("stage  25 %  2,000,000 of 8,000,000 orders  200,000 orders/s  3 rejects  about 30 s left");
        JsonNode json = JsonMapper.shared().readTree(line.json(LOOK, 10));
        assertThat(json.get("done_orders").asLong()).isEqualTo(2_000_000);
        assertThat(json.get("total_orders").asLong()).isEqualTo(8_000_000);
        assertThat(json.get("orders").asLong()).isEqualTo(2_000_000);
        assertThat(json.has("done_bytes") || json.has("lines")).isFalse();
    }

    @Test
    void files_are_counted_in_bytes_and_lines() {
        ProgressLine line = new ProgressLine(new Unit("lines", true));
        assertThat(line.text(LOOK, 10))
                .isEqualTo("stage  25 %  1.9 of 7.6 MiB  2,000,000 lines  200,000 lines/s  3 rejects"
                        + "  about 30 s left");
        JsonNode json = JsonMapper.shared().readTree(line.json(LOOK, 10));
        assertThat(json.get("done_bytes").asLong()).isEqualTo(2_000_000);
        assertThat(json.get("lines").asLong()).isEqualTo(2_000_000);
        assertThat(json.get("elapsed_ms").asLong()).isEqualTo(10_000);
    }
}
