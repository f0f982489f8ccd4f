package org.atelier.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** What can be checked is what the jobs say, in the words that picocli has for a fixed list. */
class CheckAreasTest {

    enum Fixed {
        CONFIG,
        DATABASE,
        SOURCES,
        MEASUREMENTS,
        ORDERS,
        FRESHNESS,
        ALL
    }

    @Command(name = "fixed")
    static final class FixedAreas {
        @Parameters(paramLabel = "AREA")
        Fixed area = Fixed.ALL;
    }

    @Command(name = "open")
    static final class OpenAreas {
        @Parameters(paramLabel = "AREA", converter = CheckAreas.class, completionCandidates = CheckAreas.class)
        String area = CheckAreas.ALL;
    }

    @Test
    void the_areas_of_jobs_stand_between_our_own() {
        assertThat(new CheckAreas())
                .containsExactly("config", "database", "sources", "measurements", "orders", "freshness", "all");
    }

    @Test
    void an_area_is_read_in_any_case() {
        assertThat(new CheckAreas().convert("Sources")).isEqualTo("sources");
    }

    @Test
    void an_unknown_area_is_refused_in_the_words_of_a_fixed_list() {
        assertThat(refusal(new OpenAreas()))
                .isEqualTo(refusal(new FixedAreas()))
                .contains("'weather'");
    }

    private static String refusal(Object command) {
        CommandLine line = new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true);
        return String.valueOf(catchThrowableOfType(ParameterException.class, () -> line.parseArgs("weather"))
                .getMessage());
    }
}
