package org.atelier.measurements.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SftpgoEnvironmentTest {

    private static final Path DATA = Path.of("/srv/sftpgo/data");

    private static UploadEvent event(String... namesAndValues) {
        Map<String, String> environment = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.put("SFTPGO_" + namesAndValues[i], namesAndValues[i + 1]);
        }
        return new SftpgoEnvironment(environment, DATA).event();
    }

    @Test
    void without_an_action_the_event_is_wrong() {
        assertThat(event("ACTION_PATH", "/srv/sftpgo/data/a")).isInstanceOf(UploadEvent.Wrong.class);
    }

    @Test
    void a_session_that_ended_asks_for_all_and_an_upload_for_its_file() {
        assertThat(event("ACTION", "upload")).isEqualTo(new UploadEvent.Everything());
        assertThat(event("ACTION", "upload", "ACTION_PATH", "/srv/sftpgo/data/acme/essai/02000800/a b'$(x)\n.tsv"))
                .isEqualTo(new UploadEvent.OneFile("acme/essai/02000800/a b'$(x)\n.tsv"));
        assertThat(event("ACTION", "upload", "ACTION_STATUS", "1", "ACTION_PATH", "/srv/sftpgo/data/a/b/c/d.tsv"))
                .isEqualTo(new UploadEvent.OneFile("a/b/c/d.tsv"));
        assertThat(new SftpgoEnvironment(
                                Map.of("SFTPGO_ACTION", "upload", "SFTPGO_ACTION_PATH", "/elsewhere/a/b/c/d.tsv"), null)
                        .event())
                .isEqualTo(new UploadEvent.Everything());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "3", "0", "error"})
    void an_upload_that_did_not_succeed_is_none(String status) {
        assertThat(event("ACTION", "upload", "ACTION_STATUS", status, "ACTION_PATH", "/srv/sftpgo/data/a/b/c/d.tsv"))
                .isInstanceOf(UploadEvent.Nothing.class);
    }

    @Test
    void of_a_rename_the_target_counts() {
        assertThat(event(
                        "ACTION",
                        "rename",
                        "ACTION_PATH",
                        "/srv/sftpgo/data/a/b/c/d.part",
                        "ACTION_TARGET",
                        "/srv/sftpgo/data/a/b/c/d.tsv"))
                .isEqualTo(new UploadEvent.OneFile("a/b/c/d.tsv"));
        assertThat(event("ACTION", "rename", "ACTION_PATH", "/srv/sftpgo/data/a/b/c/d.tsv"))
                .isInstanceOf(UploadEvent.Wrong.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PARSED_d.tsv", "d.txt", "d.TSV", ".sftpgo-upload.x"})
    void other_files_ask_for_nothing(String name) {
        assertThat(event("ACTION", "upload", "ACTION_PATH", "/srv/sftpgo/data/a/b/c/" + name))
                .isInstanceOf(UploadEvent.Nothing.class);
    }

    @ParameterizedTest
    @CsvSource({"acme,acme,", "acme/essai,acme,essai", "acme/essai/,acme,essai"})
    void a_folder_of_a_company_or_a_campaign_is_told(String path, String company, String campaign) {
        assertThat(event("ACTION", "mkdir", "ACTION_PATH", "/srv/sftpgo/data/" + path))
                .isEqualTo(new UploadEvent.NewFolder(company, campaign));
    }

    @Test
    void other_folders_ask_for_nothing() {
        assertThat(event("ACTION", "mkdir", "ACTION_PATH", "/srv/sftpgo/data/acme/essai/02000800"))
                .isInstanceOf(UploadEvent.Nothing.class);
        assertThat(event("ACTION", "mkdir", "ACTION_PATH", "/srv/sftpgo/data")).isInstanceOf(UploadEvent.Nothing.class);
        assertThat(event("ACTION", "mkdir")).isInstanceOf(UploadEvent.Wrong.class);
        assertThat(event("ACTION", "delete", "ACTION_PATH", "/srv/sftpgo/data/acme"))
                .isInstanceOf(UploadEvent.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/srv/sftpgo/data2/acme", "/srv/sftpgo/data/../x", "/", "acme/essai", "/srv/sftpgo/data/\0"})
    void a_path_outside_the_data_folder_is_wrong(String path) {
        assertThat(event("ACTION", "mkdir", "ACTION_PATH", path)).isInstanceOf(UploadEvent.Wrong.class);
        assertThat(event("ACTION", "upload", "ACTION_PATH", path)).isInstanceOf(UploadEvent.Wrong.class);
    }

    @Test
    void a_data_folder_may_be_known_by_another_way(@TempDir Path directory) throws Exception {
        Path real = Files.createDirectories(directory.toRealPath().resolve("disk/data"));
        Path link = Files.createSymbolicLink(directory.toRealPath().resolve("data"), real);
        assertThat(new SftpgoEnvironment(Map.of("SFTPGO_ACTION", "mkdir", "SFTPGO_ACTION_PATH", real + "/acme"), link)
                        .event())
                .isEqualTo(new UploadEvent.NewFolder("acme", null));
    }
}
