package org.atelier.launcher.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.atelier.catalog.Finding.Verdict;
import org.junit.jupiter.api.Test;

class CheckDiskTest {

    @Test
    void a_disk_with_little_room_is_a_warning_and_one_with_none_a_problem() {
        assertThat(CheckDisk.room("/data", CheckDisk.WARNING_BELOW)).isEmpty();
        assertThat(CheckDisk.room("/data", CheckDisk.WARNING_BELOW - 1))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.WARNING);
                    assertThat(finding.what()).isEqualTo("only 1023 MiB are free");
                    assertThat(finding.fix()).contains("ATELIER_DATA_DIR");
                });
        assertThat(CheckDisk.room("/data", CheckDisk.PROBLEM_BELOW - 1))
                .singleElement()
                .satisfies(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.PROBLEM));
    }
}
