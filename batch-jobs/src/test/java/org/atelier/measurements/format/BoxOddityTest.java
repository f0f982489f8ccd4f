package org.atelier.measurements.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import org.atelier.fixtures.boxes.BoxOddity;
import org.atelier.fixtures.boxes.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reader makes of every oddity what its maker says. */
class BoxOddityTest {

    @ParameterizedTest
    @EnumSource
    void every_oddity_is_read_as_it_must_be(BoxOddity oddity) throws Exception {
        byte[] bytes = oddity.file("02000800", LocalDate.of(2026, 1, 5), 7);
        Outcome outcome = oddity.outcome();
        assertThat(oddity.file("02000800", LocalDate.of(2026, 1, 5), 7)).isEqualTo(bytes);
        if (outcome.refused() != null) {
            assertThat(ReadFile.refusal(bytes, ReadFile.RULES)).isEqualTo(outcome.refused());
            return;
        }
        ReadFile read = ReadFile.of(new ByteArrayInputStream(bytes), ReadFile.RULES);
        RowCounts rows = read.reading().rows();
        assertThat(new Outcome(
                        null,
                        read.points().size(),
                        (int) rows.invalidTimestamps(),
                        (int) rows.invalidValues(),
                        (int) rows.missingValues(),
                        (int) rows.longRows(),
                        (int) rows.zeroMarkerRows(),
                        (int) rows.truncatedLines()))
                .isEqualTo(outcome);
        assertThat(rows.points()).isEqualTo(outcome.points());
    }
}
