package org.atelier.machinelogs.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MachineWaitTest {

    @ParameterizedTest
    @CsvSource({
        "'600 sec', 600",
        "'12.5 sec', 12.5",
        "'12,5 sec', 12.5",
        "'12,50sec', 12.50",
        "'12.5\u00A0seconden', 12.5",
        "'5 \t\u202F\u3000seconds', 5",
        "'3 stuks, 7.5 minuten, 12 sec', 12",
        "'12.5 sec 13 sec', 12.5",
        "'wacht 3 op 4.25 en 5.5', 4.25",
        "'12.5 SEC', 12.5",
        "'12.5', 12.5",
        "'duur=0.001', 0.001",
        "'1.2.3 sec 4 sec', 4",
        "'1,2,3 4.5', 4.5",
        "'1.2,3 sec 6.5', 6.5",
        "'T-5 sec', 5",
        "'é-5 sec', 5",
        "'3-5 sec', 5",
        "'-3 4 sec', 4",
        "'- 5 sec', 5",
        "'-1.5 x 2.5 sec', 2.5",
        "'5. sec 6 sec', 6",
        "'.5 sec', 5",
        "'x12y3sec', 3",
        "'12 s ec 0.5', 0.5",
        "'604800 sec', 604800",
        "'000000000604800.000 sec', 604800.000",
        "'0.0000000000000000000000001 sec', 1E-25",
    })
    void a_duration_is_the_first_number_directly_before_sec_else_the_first_with_decimals(String details, String seconds)
            throws BadDetailsException {
        assertThat(new MachineWait.Decoder().decode(details)).isEqualTo(new MachineWait(new BigDecimal(seconds)));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "sec",
                "12",
                "12 SEC",
                "12 s",
                "12 min",
                "0 sec",
                "0.0 sec",
                "0 sec 12.5",
                "-5 sec",
                "-5 sec 6 sec",
                "--5 sec",
                "-0.5",
                "1.2.3",
                "1.2.3 sec",
                "1..2",
                "604800.1 sec",
                "604801 sec",
                "9999999999999999999 sec",
                "٣ sec",
                "٣.٤",
                "12 \u200Bsec",
                "x -12.5 13.5"
            })
    void none_or_not_above_zero_or_more_than_seven_days_is_bad(@Nullable String details) {
        assertThatThrownBy(() -> new MachineWait.Decoder().decode(details)).isInstanceOf(BadDetailsException.class);
    }

    @Test
    void any_number_of_digits_is_answered_at_once() throws BadDetailsException {
        String most = "1." + "3".repeat(16_383);
        assertThat(new MachineWait.Decoder().decode(most)).isEqualTo(new MachineWait(new BigDecimal(most)));
        assertThatThrownBy(() -> new MachineWait.Decoder().decode(most + "3")).hasMessageContaining("decimals");
        assertThatThrownBy(() -> new MachineWait.Decoder().decode("9".repeat(60_000) + " sec"))
                .hasMessageContaining("seven days");
    }
}
