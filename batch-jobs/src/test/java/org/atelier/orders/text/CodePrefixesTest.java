package org.atelier.orders.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.atelier.orders.select.SelectionLists;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodePrefixesTest {

    @ParameterizedTest
    @CsvSource({
        "SOP, true",
        "sop12, true",
        "S P 1, true",
        "S P, true",
        "S PX, false",
        "S T 3, true",
        "S TA, false",
        "S TAB, true",
        "S TAB 4, true",
        "S TABLE, false",
        "S\u00D4P 1, true",
        "XSOP, false",
        "VR 1, false"
    })
    void codes_of_roller_shutters(String code, boolean fits) {
        assertThat(new CodePrefixes(SelectionLists.USUAL.rollerShutterCodes()).fit(code))
                .isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({"VR, true", "vr12, true", "SOP3, true", "S PX, true", "S P, true", "S T, false", "AVR, false"})
    void codes_of_shutters(String code, boolean fits) {
        assertThat(new CodePrefixes(SelectionLists.USUAL.shutterCodes()).fit(code))
                .isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({"S T 3, 'S T '", "S TAB 3, 'S TAB '"})
    void the_prefix_is_told_as_it_was_given(String code, String prefix) {
        assertThat(new CodePrefixes(List.of("S T ", "S TAB ")).prefixOf(code)).contains(prefix);
    }
}
