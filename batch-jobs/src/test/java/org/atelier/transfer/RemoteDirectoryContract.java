package org.atelier.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every kind of source does, on the same tree. */
abstract class RemoteDirectoryContract extends DirectoryUnderTest {

    @Test
    void the_root_shows_its_directories_and_files_with_their_kind_and_never_itself() throws IOException {
        Files.createDirectories(root.resolve("DEM12 (PVC)"));
        write("a.LOG", bytes(5));
        assertThat(directory.list(""))
                .extracting(RemoteEntry::name, RemoteEntry::kind)
                .containsExactlyInAnyOrder(
                        tuple("DEM12 (PVC)", RemoteEntry.Kind.DIRECTORY), tuple("a.LOG", RemoteEntry.Kind.FILE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DEM12 (PVC)/20250527.LOG",
                "deux  espaces/a b  c.LOG",
                "quotes/it's \"so\".LOG",
                "-la/-R.LOG",
                "[a-z]*?/{x,y}.LOG",
                "C#/100%25 ~;=&.LOG"
            })
    void a_name_is_listed_and_read_as_it_is(String path) throws IOException {
        nameIsListedAndRead(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Équipe été/Été.LOG", "Цех №1/журнал.LOG", "工場/記録.LOG", "e\u0301/decomposed e\u0301.LOG"})
    void a_name_beyond_latin_is_listed_and_read_as_it_is(String path) throws IOException {
        nameIsListedAndRead(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {" leading/ x.LOG", "  two/  y.LOG"})
    void a_name_that_begins_with_spaces_is_listed_and_read_as_it_is(String path) throws IOException {
        nameIsListedAndRead(path);
    }

    @Test
    void a_hidden_name_is_read_and_listed_unless_the_server_hides_it() throws IOException {
        write(".hidden.LOG", bytes(10));
        assertThat(read(".hidden.LOG", 0)).isEqualTo(bytes(10));
        assertThat(directory.list("")).hasSize(showsHidden() ? 1 : 0);
    }

    private void nameIsListedAndRead(String path) throws IOException {
        byte[] content = bytes(100);
        write(path, content);
        String[] names = path.split("/", -1);
        assertThat(directory.list("")).extracting(RemoteEntry::name).containsExactly(names[0]);
        assertThat(directory.list(names[0])).extracting(RemoteEntry::name).containsExactly(names[1]);
        assertThat(directory.facts(path).size()).isEqualTo(100);
        assertThat(read(path, 0)).isEqualTo(content);
    }

    @Test
    void a_missing_directory_is_not_an_empty_one() throws IOException {
        Files.createDirectories(root.resolve("empty"));
        write("file.LOG", bytes(1));
        assertThat(directory.list("empty")).isEmpty();
        assertThatThrownBy(() -> directory.list("missing")).isInstanceOf(MissingDirectoryException.class);
        assertThatThrownBy(() -> directory.list("file.LOG")).isInstanceOf(MissingDirectoryException.class);
        assertThat(directory.list("empty")).isEmpty();
    }

    @Test
    void a_listing_of_a_thousand_files_is_complete() throws IOException {
        for (int i = 0; i < 1000; i++) {
            Files.createFile(root.resolve("2025-" + i + ".LOG"));
        }
        assertThat(directory.list("")).hasSize(1000);
    }

    @Test
    void a_symbolic_link_is_a_link_whatever_it_points_to() throws IOException {
        Files.createSymbolicLink(root.resolve("link"), root.resolve("nowhere"));
        var link = new RemoteEntry("link", RemoteEntry.Kind.LINK, 0, null);
        assertThat(directory.list(""))
                .usingRecursiveFieldByFieldElementComparatorOnFields("name", "kind")
                .isEqualTo(knowsLinks() ? List.of(link) : directory.list(""));
    }

    @Test
    void facts_are_the_size_and_the_time_in_whole_seconds_of_now() throws IOException {
        write("a.LOG", bytes(1234));
        Instant second = Instant.parse("2025-05-28T10:00:00Z");
        assertThat(directory.facts("a.LOG")).isEqualTo(new RemoteFacts(1234, second));
        assertThat(directory.list("").get(0).modified()).isIn(second, null);
        assertThat(directory.list("").get(0).size()).isEqualTo(1234);
        write("a.LOG", bytes(2000));
        assertThat(directory.facts("a.LOG").size()).isEqualTo(2000);
    }

    @Test
    void facts_and_content_of_a_missing_file_or_a_directory_are_missing() throws IOException {
        Files.createDirectories(root.resolve("sub"));
        assertThatThrownBy(() -> directory.facts("no.LOG")).isInstanceOf(MissingFileException.class);
        assertThatThrownBy(() -> directory.facts("sub")).isInstanceOf(MissingFileException.class);
        assertThatThrownBy(() -> directory.facts("no/no.LOG")).isInstanceOf(MissingFileException.class);
        assertThatThrownBy(() -> directory.open("no.LOG", 0)).isInstanceOf(MissingFileException.class);
        assertThatThrownBy(() -> directory.delete("no.LOG")).isInstanceOf(MissingFileException.class);
        assertThatThrownBy(() -> directory.rename("no.LOG", "x")).isInstanceOf(MissingFileException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 65_535, 65_536, 299_999, 300_000})
    void a_file_is_read_from_any_offset(long offset) throws IOException {
        byte[] content = bytes(300_000);
        write("a.LOG", content);
        assertThat(read("a.LOG", offset)).isEqualTo(Arrays.copyOfRange(content, (int) offset, content.length));
        assertThat(directory.list("")).hasSize(1);
    }

    @Test
    void an_empty_file_has_no_bytes() throws IOException {
        write("empty.LOG", new byte[0]);
        assertThat(directory.facts("empty.LOG").size()).isZero();
        assertThat(read("empty.LOG", 0)).isEmpty();
    }

    @Test
    void a_stream_closed_early_leaves_the_connection_in_order() throws IOException {
        byte[] content = bytes(20_000_000);
        write("big.LOG", content);
        write("small.LOG", bytes(10));
        for (int i = 0; i < 3; i++) {
            try (InputStream in = directory.open("big.LOG", i)) {
                assertThat(in.readNBytes(100)).isEqualTo(Arrays.copyOfRange(content, i, i + 100));
            }
            directory.open("small.LOG", 0).close();
            assertThat(directory.list("")).hasSize(2);
            assertThat(directory.facts("small.LOG").size()).isEqualTo(10);
            assertThat(read("small.LOG", 0)).hasSize(10);
        }
    }

    @Test
    void a_renamed_file_moves_into_directories_that_are_made_and_never_replaces_one() throws IOException {
        write("a (1).LOG", bytes(3));
        directory.rename("a (1).LOG", "done/2025/a (1).LOG");
        assertThat(root.resolve("done/2025/a (1).LOG")).hasBinaryContent(bytes(3));
        assertThat(root.resolve("a (1).LOG")).doesNotExist();
        write("b.LOG", bytes(4));
        assertThatThrownBy(() -> directory.rename("b.LOG", "done/2025/a (1).LOG"))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(root.resolve("b.LOG")).hasBinaryContent(bytes(4));
    }

    @Test
    void a_file_is_renamed_to_an_absolute_path_outside_the_root() throws IOException {
        write("a.LOG", bytes(3));
        directory.rename("a.LOG", absolute("archive/a.LOG"));
        assertThat(served.resolve("archive/a.LOG")).hasBinaryContent(bytes(3));
    }

    @Test
    void a_deleted_file_is_gone() throws IOException {
        write("a.LOG", bytes(3));
        directory.delete("a.LOG");
        assertThat(root.resolve("a.LOG")).doesNotExist();
        assertThat(directory.list("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../a", "x/../../a", "..", ".", "./a", "x//a", "/a", "a/", "a\nb", "a\r\nDELE b", "a\0b", "x/\n"
            })
    void a_path_that_leaves_the_tree_or_would_end_a_command_is_refused(String path) throws IOException {
        write("b.LOG", "kept".getBytes(UTF_8));
        assertThatThrownBy(() -> directory.list(path)).isInstanceOf(RefusedPathException.class);
        assertThatThrownBy(() -> directory.facts(path)).isInstanceOf(RefusedPathException.class);
        assertThatThrownBy(() -> directory.open(path, 0)).isInstanceOf(RefusedPathException.class);
        assertThatThrownBy(() -> directory.delete(path)).isInstanceOf(RefusedPathException.class);
        assertThatThrownBy(() -> directory.rename(path, "c")).isInstanceOf(RefusedPathException.class);
        if (!path.equals("/a")) {
            assertThatThrownBy(() -> directory.rename("b.LOG", path)).isInstanceOf(RefusedPathException.class);
        }
        assertThat(root.resolve("b.LOG")).hasContent("kept");
    }

    @Test
    void a_landed_file_is_the_same_from_every_kind_of_source(@TempDir Path landing) throws IOException {
        byte[] content = bytes(200_000);
        write("DEM12 (PVC)/20250527.LOG", content);
        var area = new LandingArea(landing);
        var clock = Clock.fixed(NOON, ZoneOffset.UTC);
        LandedFile landed = area.land(directory, "DEM12 (PVC)/20250527.LOG", clock);
        assertThat(landed.modified()).isEqualTo(Instant.parse("2025-05-28T10:00:00Z"));
        assertThat(landed.head()).isEqualTo(Arrays.copyOf(content, 64));
        try (InputStream in = area.open(landed.sha256())) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
        assertThat(directory.list("")).extracting(RemoteEntry::name).isEqualTo(List.of("DEM12 (PVC)"));
    }

    @Test
    void a_file_that_grows_meanwhile_is_taken_up_to_the_size_asked_before(@TempDir Path landing) throws IOException {
        byte[] content = bytes(150_000);
        write("a.LOG", Arrays.copyOf(content, 100_000));
        var growing = new Meddled(directory) {
            @Override
            public RemoteFacts facts(String path) throws IOException {
                RemoteFacts facts = super.facts(path);
                write("a.LOG", content);
                return facts;
            }
        };
        var area = new LandingArea(landing);
        LandedFile landed = area.land(growing, "a.LOG", Clock.systemUTC());
        assertThat(landed.size()).isEqualTo(100_000);
        try (InputStream in = area.open(landed.sha256())) {
            assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOf(content, 100_000));
        }
        assertThat(directory.facts("a.LOG").size()).isEqualTo(150_000);
    }

    @Test
    void a_download_that_was_cut_goes_on_where_it_ended(@TempDir Path landing) throws IOException {
        byte[] content = bytes(500_000);
        write("a.LOG", content);
        var area = new LandingArea(landing);
        var clock = Clock.systemUTC();
        assertThatThrownBy(() -> area.land(Meddled.cutAfter(directory, 200_000), "a.LOG", clock))
                .hasMessage("the cable was cut");
        var watched = Meddled.cutAfter(directory, Integer.MAX_VALUE);
        LandedFile landed = area.land(watched, "a.LOG", clock);
        assertThat(watched.offsets()).containsExactly(200_000L);
        try (InputStream in = area.open(landed.sha256())) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }
}
