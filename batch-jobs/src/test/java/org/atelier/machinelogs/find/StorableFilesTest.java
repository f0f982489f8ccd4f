package org.atelier.machinelogs.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.atelier.machinelogs.centre.MachiningCentre;
import org.atelier.transfer.RemoteSource;
import org.junit.jupiter.api.Test;

class StorableFilesTest {

    private static final Instant TIME = Instant.parse("2025-05-27T20:00:00Z");
    private static final RemoteSource SOURCE = RemoteSource.parse("file:///srv/logs");
    private static final MachiningCentre CENTRE = new MachiningCentre("DEM12", "PVC");
    private static final FoundFile GOOD = file("a.LOG", TIME);

    private static FoundFile file(String name, Instant modified) {
        return new FoundFile(SOURCE, CENTRE, "DEM12 (PVC)", name, 1, modified, null);
    }

    private static StorableFiles of(FoundFile... files) {
        return StorableFiles.of(new CentreListing(SOURCE, "DEM12 (PVC)", CENTRE, List.of(files), 0, null));
    }

    @Test
    void files_that_can_be_kept_are_kept_in_their_order() {
        StorableFiles files = of(GOOD, file("b.LOG", TIME));
        assertThat(files.problem()).isNull();
        assertThat(files.listing().files()).hasSize(2).startsWith(GOOD);
    }

    @Test
    void a_name_with_a_nul_one_that_no_index_holds_and_an_impossible_time_are_told_and_left_out() {
        StorableFiles files = of(
                file("x\0.LOG", TIME),
                GOOD,
                file("n".repeat(2_000) + ".LOG", TIME),
                file("ahead.LOG", Instant.parse("+12000-01-01T00:00:00Z")),
                file("before.LOG", Instant.parse("-0044-03-15T00:00:00Z")));
        assertThat(files.listing().files()).containsExactly(GOOD);
        assertThat(files.problem())
                .startsWith("the ledger cannot keep 4 of its log files")
                .contains("ahead.LOG is of +12000-01-01T00:00:00Z")
                .contains("and 1 more")
                .hasSizeLessThan(500);
    }
}
