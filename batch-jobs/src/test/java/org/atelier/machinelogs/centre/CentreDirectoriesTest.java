package org.atelier.machinelogs.centre;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atelier.machinelogs.centre.DirectoryReading.Centre;
import org.atelier.machinelogs.centre.DirectoryReading.Excluded;
import org.atelier.machinelogs.centre.DirectoryReading.Ignored;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CentreDirectoriesTest {

    private final CentreDirectories directories =
            new CentreDirectories(CentreDirectories.DEFAULT_LISTED, Set.of("Old (PVC)", "SU12", "tmp"));

    @ParameterizedTest
    @CsvSource({
        "'DEM12 (PVC)', DEM12, PVC",
        "'  DEM12   ( PVC ) ', DEM12, PVC",
        "'DEM12\t(PVC)', DEM12, PVC",
        "'dem12 (pvc)', dem12, pvc",
        "'Big saw 2 (ALU et bois)', Big saw 2, ALU et bois",
        "'É1 (PVC)', É1, PVC",
        "'X (Y', , ",
        "'DEM12(PVC)', , ",
        "'DEM12 (PVC) (ALU)', , ",
        "'DEM12 (PVC) old', , ",
        "'DEM12 ()', , ",
        "'DEM12 ( )', , ",
        "'(PVC)', , ",
        "'DEM12', DEM12, PVC",
        "' DEMALU ', DEMALU, ALU",
        "'dem12', , ",
        "'OTHER', , ",
    })
    void a_centre_is_named_code_and_type_or_is_listed(String name, @Nullable String code, @Nullable String type) {
        DirectoryReading reading = directories.read(name);
        if (code == null || type == null) {
            assertThat(reading).isInstanceOf(Ignored.class);
        } else {
            assertThat(reading).isEqualTo(new Centre(new MachiningCentre(code, type)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Old (PVC)", "SU12", " tmp "})
    void an_excluded_directory_is_left_out_whatever_its_name_says(String name) {
        assertThat(directories.read(name)).isEqualTo(new Excluded());
    }

    @Test
    void an_ignored_directory_says_why_and_what_to_configure() {
        Ignored ignored = (Ignored) directories.read("SAW3");
        assertThat(ignored.reason())
                .isEqualTo("Directory 'SAW3' is not named 'CODE (TYPE)' and is not a listed centre"
                        + " (listed: DEM12, DEMALU, SU12).");
        assertThat(ignored.remedy()).contains("'SAW3 (TYPE)'", "atelier.machine-logs.centres");
    }

    @Test
    void directories_with_one_code_are_one_centre_and_differing_types_spoil_only_their_code() {
        CentreSurvey survey = directories.survey(
                List.of("tmp", "SU13 (ALU)", "X", "DEM12 (PVC)", "SU13 (PVC)", "DEM12", "DEMALU", "DEMALU (BOIS)"));
        assertThat(survey.centres())
                .containsExactly(
                        new CentreSurvey.Found(new MachiningCentre("DEM12", "PVC"), List.of("DEM12", "DEM12 (PVC)")));
        assertThat(survey.conflicts())
                .extracting(CentreSurvey.TypeConflict::message)
                .containsExactly(
                        "Machining centre DEMALU has differing types: 'DEMALU' says ALU, 'DEMALU (BOIS)' says BOIS."
                                + " Give its directories one type, or exclude the wrong ones; until then it is skipped.",
                        "Machining centre SU13 has differing types: 'SU13 (ALU)' says ALU, 'SU13 (PVC)' says PVC."
                                + " Give its directories one type, or exclude the wrong ones; until then it is skipped.");
        assertThat(survey.ignored()).containsOnlyKeys("X");
        assertThat(survey.excluded()).containsExactly("tmp");
    }

    @Test
    void a_code_in_two_sources_is_told_with_both() {
        CentreSurvey one = directories.survey(List.of("DEM12", "A (PVC)", "B (PVC)", "B (ALU)"));
        CentreSurvey other = directories.survey(List.of("DEM12 (PVC)", "B (PVC)", "C (PVC)"));
        assertThat(CentreSurvey.codesInSeveralSources(Map.of("ftp://b", one, "ftp://a", other)))
                .isEqualTo(Map.of("DEM12", Set.of("ftp://a", "ftp://b"), "B", Set.of("ftp://a", "ftp://b")));
    }

    @Test
    void a_listing_is_for_plain_names_and_does_not_contradict_a_name_that_tells_its_type() {
        CentreSurvey survey = new CentreDirectories(Map.of("DEM12", "PVC"), Set.of()).survey(List.of("DEM12 (ALU)"));
        assertThat(survey.conflicts()).isEmpty();
        assertThat(survey.centres())
                .extracting(CentreSurvey.Found::centre)
                .containsExactly(new MachiningCentre("DEM12", "ALU"));
    }

    @ParameterizedTest
    @CsvSource({
        "20250527.LOG, true",
        "20250527.log, true",
        "x.LoG, true",
        ".log, true",
        "20250527.LOG.part, false",
        "20250527.LOGX, false",
        "LOG, false",
        "20250527LOG, false",
        "'', false",
        "20250527.LOG.gz, false",
        "'a.log ', false"
    })
    void a_log_file_ends_in_log_in_any_case(String name, boolean expected) {
        assertThat(CentreDirectories.isLogFile(name)).isEqualTo(expected);
    }
}
