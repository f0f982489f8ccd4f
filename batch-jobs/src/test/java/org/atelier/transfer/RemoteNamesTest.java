package org.atelier.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteNamesTest {

    private static final RemoteNames UTF8 = new RemoteNames(UTF_8);
    private static final RemoteNames LATIN1 = new RemoteNames(ISO_8859_1);

    private static RemoteEntry entry(RemoteNames names, String latin1) {
        return names.entry(names.read(latin1.getBytes(ISO_8859_1)), RemoteEntry.Kind.FILE, 1, null);
    }

    @ParameterizedTest
    @CsvSource({
        "caf\u00e9.LOG,         caf\\xe9.LOG",
        "caf\u00e8.LOG,         caf\\xe8.LOG",
        "\u00c3.LOG,            \\xc3.LOG",
        "a\u00ed\u00a0\u0080.LOG, a\\xed\\xa0\\x80.LOG",
        "\u00f0\u009f\u0099.LOG,  \\xf0\\x9f\\x99.LOG",
        "\u00ff\u00fe,            \\xff\\xfe",
    })
    void a_name_that_is_not_utf_8_keeps_its_bytes_and_says_so(String latin1, String shown) {
        RemoteEntry entry = entry(UTF8, latin1);
        assertThat(entry.name()).isEqualTo(shown);
        assertThat(entry.fault()).contains("the name is not UTF-8", "atelier.machine-logs.names");
    }

    @Test
    void a_name_in_the_charset_that_was_named_is_read_and_written_back() throws Exception {
        RemoteEntry entry = entry(LATIN1, "apr\u00e8s.LOG");
        assertThat(entry).isEqualTo(new RemoteEntry("apr\u00e8s.LOG", RemoteEntry.Kind.FILE, 1, null));
        assertThat(LATIN1.write(entry.name())).isEqualTo("apr\u00e8s.LOG".getBytes(ISO_8859_1));
        assertThat(UTF8.write("\u5de5\u5834")).isEqualTo("\u5de5\u5834".getBytes(UTF_8));
        assertThatThrownBy(() -> LATIN1.write("\u5de5\u5834"))
                .isInstanceOf(RefusedPathException.class)
                .hasMessageContaining("ISO-8859-1", "atelier.machine-logs.names");
    }

    @ParameterizedTest
    @CsvSource({"0, a\\x00b.LOG", "10, a\\x0ab.LOG", "13, a\\x0db.LOG", "47, a/b.LOG"})
    void a_name_that_no_path_can_hold_says_so(int bad, String shown) {
        RemoteEntry entry = entry(UTF8, "a" + (char) bad + "b.LOG");
        assertThat(entry.name()).isEqualTo(shown);
        assertThat(entry.fault()).startsWith("the name is refused: it contains ");
    }

    @Test
    void any_bytes_are_read_and_never_two_different_names_as_one_without_a_fault() {
        Random random = new Random(14);
        for (Charset charset :
                List.of(UTF_8, ISO_8859_1, Charset.forName("windows-1252"), Charset.forName("Shift_JIS"))) {
            RemoteNames names = new RemoteNames(charset);
            for (int i = 0; i < 20_000; i++) {
                byte[] bytes = new byte[1 + random.nextInt(6)];
                random.nextBytes(bytes);
                RemoteEntry entry = names.entry(names.read(bytes), RemoteEntry.Kind.FILE, 0, null);
                if (entry.fault() == null) {
                    assertThat(names.read(entry.name().getBytes(charset))).isEqualTo(entry.name());
                } else {
                    assertThat(entry.name()).doesNotContain("\u0000", "\n");
                }
                assertThat(entry.name()).doesNotContain("\uDC80", "\uDCFF");
            }
        }
    }

    @Test
    void a_name_that_is_listed_twice_is_one_entry_with_a_fault() {
        var file = new RemoteEntry("a.LOG", RemoteEntry.Kind.FILE, 1, null);
        var other = new RemoteEntry("b.LOG", RemoteEntry.Kind.FILE, 1, null);
        RemoteListing listing = new RemoteListing(List.of(file, other, file), null);
        assertThat(listing.entries()).extracting(RemoteEntry::name).containsExactly("a.LOG", "b.LOG");
        assertThat(listing.entries().get(0).fault()).contains("more than once");
        assertThat(listing.entries().get(1)).isEqualTo(other);
    }
}
