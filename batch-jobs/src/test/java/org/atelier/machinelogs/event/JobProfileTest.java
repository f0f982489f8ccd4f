package org.atelier.machinelogs.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobProfileTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "'R:K70 L:1234.5 C:wit', K70, 1234.5, wit",
                "'C:wit L:1234,5 R:K70', K70, 1234.5, wit",
                "'L:1234 R:K70', K70, 1234, none",
                "'R:K70 L:1 C:', K70, 1, none",
                "'R:K70\u00A0L:1\u202FC:a', K70, 1, a",
                "'x R:a:b:L:2 L:1', a:b:L:2, 1, none",
                "'R: R:first R:second L: L:1 L:x C: C:c C:d', first, 1, c",
                "'XR:no R:yes L:1', yes, 1, none",
                "'R:a L:0 r:x l:y c:z', a, 0, none",
                "'R:a L:99999999.99', a, 99999999.99, none",
                "'R:a L:0000000000099999999.990', a, 99999999.990, none",
            })
    void keys_begin_words_and_their_values_are_the_rest(
            String details, String reference, String length, @Nullable String colour) throws BadDetailsException {
        assertThat(new JobProfile.Decoder().decode(details))
                .isEqualTo(new JobProfile(reference, new BigDecimal(length), colour));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "R:K70",
                "L:1234",
                "R: K70 L:1",
                "R:K70 L: 1234",
                "R:K70 L:",
                "r:K70 l:1",
                "R:K70 L:-1",
                "R:K70 L:+1",
                "R:K70 L:1mm",
                "R:K70 L:x1",
                "R:K70 L:1.",
                "R:K70 L:.5",
                "R:K70 L:1.2.3",
                "R:K70 L:abc L:5",
                "R:K70 L:100000000",
                "R:K70 L:99999999.991",
                "R:K70,L:1",
                "R:K70 L:1;",
                "R:K70 L:٣"
            })
    void without_a_reference_or_a_length_it_is_bad(@Nullable String details) {
        assertThatThrownBy(() -> new JobProfile.Decoder().decode(details)).isInstanceOf(BadDetailsException.class);
    }
}
