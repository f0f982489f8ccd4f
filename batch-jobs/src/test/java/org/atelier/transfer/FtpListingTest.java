package org.atelier.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.atelier.transfer.RemoteEntry.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FtpListingTest {

    private static final RemoteNames NAMES = new RemoteNames(UTF_8);

    private static List<RemoteEntry> list(String... lines) throws IOException {
        return FtpListing.ofList(NAMES, new FtpLines(List.of(lines), null)).whole();
    }

    private static List<RemoteEntry> mlsd(String... lines) throws IOException {
        return FtpListing.ofMlsd(NAMES, new FtpLines(List.of(lines), null)).whole();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "-rw-r--r--    1 1000     1000         1234 May 27 23:59 20250527.LOG@FILE@1234@20250527.LOG",
                "-rw-r--r--    1 ftp      ftp          1234 May 27  2024 a  b.LOG@FILE@1234@a  b.LOG",
                "-rw-r--r--    1 ftp      ftp          1234 May 27  2024  leading.LOG@FILE@1234@ leading.LOG",
                "drwxr-xr-x    2 1000     1000         4096 Jan 01 00:00 DEM12 (PVC)@DIRECTORY@4096@DEM12 (PVC)",
                "drwxr-x---+   2 Le Chef  my group     4096 Jan  1 00:00 SU12 (HYBRIDE)@DIRECTORY@4096@SU12 (HYBRIDE)",
                "lrwxrwxrwx    1 0        0               9 Jan 01 00:00 old.LOG -> /tmp/x.LOG@LINK@9@old.LOG",
                "prw-r--r--    1 0        0               0 Jan 01 00:00 pipe@OTHER@0@pipe",
                "-rw-r--r--   1 u        g        9999999999 2025-05-27 23:59 big.LOG@FILE@9999999999@big.LOG",
                "05-27-25  11:59PM                 1234 20250527.LOG@FILE@1234@20250527.LOG",
            })
    void list_is_read_in_the_styles_of_unix_and_dos(String line, Kind kind, long size, String name) throws IOException {
        assertThat(list("total 8", line)).containsExactly(new RemoteEntry(name, kind, size, null));
    }

    @Test
    void list_never_shows_the_directory_itself_or_its_parent() throws IOException {
        assertThat(list("drwxr-xr-x    2 0 0 4096 Jan 01 00:00 .", "drwxr-xr-x    2 0 0 4096 Jan 01 00:00 .."))
                .isEmpty();
        assertThat(list()).isEmpty();
    }

    @Test
    void a_list_in_no_known_style_is_not_an_empty_directory() {
        assertThatThrownBy(() -> list("something else"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("something else");
    }

    @Test
    void mlsd_tells_kind_size_and_time_in_whole_seconds_of_utc() throws IOException {
        assertThat(mlsd(
                        "type=cdir;modify=20250101000000; /srv/logs",
                        "type=pdir;modify=20250101000000; ..",
                        "Type=file;Size=12;Modify=20250527235959.999; a b.LOG",
                        "modify=20250527235959;perm=adfr;size=0;type=file;UNIX.mode=0644;  leading",
                        "type=dir;modify=20250527235959; DEM12 (PVC)",
                        "type=OS.unix=slink:/tmp/x;size=9; link",
                        "type=OS.unix=chr-1/3; device",
                        " no facts"))
                .extracting(RemoteEntry::name, RemoteEntry::kind, RemoteEntry::size, RemoteEntry::modified)
                .containsExactly(
                        tuple("a b.LOG", Kind.FILE, 12L, Instant.parse("2025-05-27T23:59:59Z")),
                        tuple(" leading", Kind.FILE, 0L, Instant.parse("2025-05-27T23:59:59Z")),
                        tuple("DEM12 (PVC)", Kind.DIRECTORY, -1L, Instant.parse("2025-05-27T23:59:59Z")),
                        tuple("link", Kind.LINK, 9L, null),
                        tuple("device", Kind.OTHER, -1L, null),
                        tuple("no facts", Kind.OTHER, -1L, null));
    }

    @Test
    void lines_that_cannot_be_read_beside_others_make_the_listing_a_short_one() throws IOException {
        String file = "-rw-r--r--    1 0 0 5 Jan 01 00:00 a.LOG";
        RemoteListing listed = FtpListing.ofList(
                NAMES, new FtpLines(List.of("total 3", file, "ls: b.LOG: Permission denied", "???"), null));
        assertThat(listed.entries()).extracting(RemoteEntry::name).containsExactly("a.LOG");
        assertThat(listed.shortfall()).contains("2 lines", "ls: b.LOG: Permission denied");

        RemoteListing mlsd =
                FtpListing.ofMlsd(NAMES, new FtpLines(List.of("type=file;size=5; a.LOG", "nospace"), "cut off"));
        assertThat(mlsd.entries()).extracting(RemoteEntry::name).containsExactly("a.LOG");
        assertThat(mlsd.shortfall()).contains("cut off", "1 line", "nospace");
    }

    @ParameterizedTest
    @ValueSource(strings = {"total 8", "insgesamt 12", "totale 0", "итого 4", "Total: 9"})
    void the_first_line_of_ls_is_no_entry_in_any_language(String total) throws IOException {
        assertThat(list(total, "-rw-r--r--    1 0 0 5 Jan 01 00:00 a.LOG")).hasSize(1);
        assertThat(list(total)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nospace", "type=file; ", "-rw-r--r-- 1 0 0 5 Jan 01 00:00 a.LOG"})
    void a_line_that_is_no_mlsd_is_an_error(String line) {
        assertThatThrownBy(() -> mlsd(line)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "20250527235959,      2025-05-27T23:59:59Z",
                "20250330023000,      2025-03-30T02:30:00Z",
                "20250527235959.9,    2025-05-27T23:59:59Z",
                "19700101000000,      1970-01-01T00:00:00Z",
                "20250230000000,      -",
                "20250527236000,      -",
                "191250527235959,     -",
                "2025-05-27,          -",
                "'',                  -"
            })
    void a_time_is_utc_or_none(String text, Instant expected) {
        assertThat(MlsdLine.time(text)).isEqualTo(expected);
    }
}
