package org.atelier.measurements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.atelier.measurements.Box.FOLDER;
import static org.atelier.measurements.Box.plain;
import static org.atelier.measurements.Box.row;

import java.net.URI;
import java.nio.file.Path;
import org.atelier.fixtures.http.HttpTestServer;
import org.atelier.measurements.catalogue.CatalogueSettings;
import org.atelier.settings.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another service is told which channels there are: 11.1. */
class CatalogueOfChannelsTest {

    @TempDir
    Path directory;

    private Boxes boxes;
    private HttpTestServer service;

    @BeforeEach
    void open() throws Exception {
        boxes = new Boxes(directory);
        service = HttpTestServer.start();
        boxes.catalogue(new CatalogueSettings(URI.create(service.url()), new Secret("sesame")));
    }

    @AfterEach
    void close() {
        boxes.close();
        service.close();
    }

    /** L22, L23: by company, whoever looks at it. */
    @Test
    void l23_channels_are_told_by_company_and_campaign_without_those_that_have_no_unit() throws Exception {
        boxes.file(FOLDER + "a.tsv", plain(row(0, 230, 2)))
                .file(FOLDER + "b.tsv", plain(row(10, 230, 2)))
                .file(
                        "l'atelier d/été/02009001/a.tsv",
                        Box.SERIALS + "MV_T302_V002|Ph 1 V|Compteur\n" + row(0, 1, 2) + "\n")
                .done();
        assertThat(service.received()).hasSize(2);
        HttpTestServer.Received first = service.received().get(0);
        assertThat(first.method() + " " + first.path()).isEqualTo("POST /buckets/durand/channels");
        assertThat(first.header("Authorization")).isEqualTo("Bearer sesame");
        assertThat(first.body().replace(" ", ""))
                .isEqualTo("{\"campaign\":\"essai\",\"channels\":["
                        + "{\"fieldId\":\"M02009001_Ch1_W\",\"channelId\":\"M02009001_Ch1\",\"channelUnit\":\"W\","
                        + "\"channelLabel\":\"Ch1\",\"deviceMasterSn\":\"02009001\"},"
                        + "{\"fieldId\":\"M02009001_U1_V\",\"channelId\":\"M02009001_U1\",\"channelUnit\":\"V\","
                        + "\"channelLabel\":\"U1\",\"deviceMasterSn\":\"02009001\"}]}");
        assertThat(service.received().get(1).path()).isEqualTo("/buckets/l%27atelier%20d/channels");
        assertThat(service.received().get(1).body())
                .contains("été", "M02009001_U1_V")
                .doesNotContain("Ch1");
    }

    @Test
    void nothing_is_told_of_a_run_without_files_and_a_service_that_fails_is_only_a_warning() throws Exception {
        boxes.done();
        assertThat(service.received()).isEmpty();
        service.then(503);
        boxes.file(FOLDER + "a.tsv", plain(row(0, 230, 2))).done();
        service.close();
        boxes.file(FOLDER + "b.tsv", plain(row(10, 230, 2))).done();
        assertThat(boxes.files()).containsExactly(FOLDER + "parsed/a.tsv", FOLDER + "parsed/b.tsv");
    }
}
